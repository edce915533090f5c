using EvalHarness.Comparisons;
using EvalHarness.Decisions;
using EvalHarness.Decisions.Matrix;

namespace EvalHarness.Tests.Decisions;

public sealed class DecisionMatrixTests
{
    [Test]
    public async Task An_arm_that_is_shown_to_be_better_than_each_other_wins()
    {
        var decision = await new TestDecision()
            .Answers(Arm.Rag, 300, i => i % 10 < 8)
            .Answers(Arm.FineTuned, 300, i => i % 10 < 4)
            .Answers(Arm.Hybrid, 300, i => i % 10 < 5)
            .DecideAsync(Arm.Rag, Arm.FineTuned, Arm.Hybrid);

        var quality = Row(decision, "quality");
        Assert.That(quality.Verdict, Is.EqualTo(MatrixVerdict.Best));
        Assert.That(quality.Leaders, Is.EqualTo(new[] { Arm.Rag }));
        Assert.That(quality.Contrasts.Single(c => c is { First: Arm.Rag, Second: Arm.FineTuned }).Difference!.Value, Is.EqualTo(0.4).Within(1e-9));
    }

    [Test]
    public async Task Those_that_cannot_be_told_apart_share_the_lead()
    {
        var decision = await new TestDecision()
            .Answers(Arm.Rag, 300, i => i % 10 < 8)
            .Answers(Arm.FineTuned, 300, i => i % 10 < 2)
            .Answers(Arm.Hybrid, 300, i => (i + 1) % 10 < 8)
            .DecideAsync(Arm.Rag, Arm.FineTuned, Arm.Hybrid);

        var quality = Row(decision, "quality");
        Assert.That(quality.Verdict, Is.EqualTo(MatrixVerdict.Shared));
        Assert.That(quality.Leaders, Is.EqualTo(new[] { Arm.Rag, Arm.Hybrid }));
    }

    // The same share differs each way, so the estimate is 0; what decides between the two verdicts is the interval against the margin.
    [TestCase(60, MatrixVerdict.NotEnoughRows)]
    [TestCase(4000, MatrixVerdict.NoDifferenceShown)]
    public async Task No_difference_is_only_said_where_none_that_matters_is_possible(int samples, MatrixVerdict expected)
    {
        var decision = await new TestDecision()
            .Answers(Arm.Rag, samples, i => i % 20 is not (0 or 1))
            .Answers(Arm.FineTuned, samples, i => i % 20 is not (2 or 3))
            .DecideAsync(Arm.Rag, Arm.FineTuned);

        var quality = Row(decision, "quality");
        Assert.That(quality.Verdict, Is.EqualTo(expected));
        Assert.That(quality.NNeeded is > 60 and < 4000, Is.EqualTo(expected == MatrixVerdict.NotEnoughRows));
    }

    [Test]
    public async Task A_difference_that_is_shown_alone_and_not_among_all_others_wins_nothing()
    {
        var decision = await new TestDecision()
            .Answers(Arm.Rag, 200, i => i >= 17, _ => 0.002)
            .Answers(Arm.FineTuned, 200, i => i is < 17 or >= 23, _ => 0.001)
            .Answers(Arm.Hybrid, 200, i => i % 2 == 0)
            .DecideAsync(Arm.Rag, Arm.FineTuned, Arm.Hybrid);

        var contrast = Row(decision, "quality").Contrasts.Single(c => c is { First: Arm.Rag, Second: Arm.FineTuned });
        Assert.That(contrast.P, Is.LessThan(0.05));
        Assert.That(contrast.PAdjusted, Is.GreaterThan(0.05));
        Assert.That(contrast.Better, Is.Null);
    }

    [Test]
    public async Task Costs_that_are_equal_on_every_row_are_equal()
    {
        var decision = await new TestDecision().Answers(Arm.Rag, 60, _ => true).Answers(Arm.Hybrid, 60, _ => true).DecideAsync(Arm.Rag, Arm.Hybrid);

        Assert.That(Row(decision, "cost").Verdict, Is.EqualTo(MatrixVerdict.NoDifferenceShown));
    }

    [Test]
    public async Task Rows_that_are_not_enough_never_ask_for_fewer()
    {
        for (var samples = 20; samples <= 1200; samples += 59)
        {
            var decision = await new TestDecision().Answers(Arm.Rag, samples, i => i % 9 < 5).Answers(Arm.Hybrid, samples, i => i % 9 is < 4 or 6).DecideAsync(Arm.Rag, Arm.Hybrid);

            Assert.That(Row(decision, "quality").NNeeded, Is.Null.Or.GreaterThan(samples));
        }
    }

    [Test]
    public async Task What_no_row_measures_says_what_to_supply()
    {
        var decision = await new TestDecision().Answers(Arm.Rag, 50, _ => true).Answers(Arm.Hybrid, 50, _ => true).DecideAsync(Arm.Rag, Arm.Hybrid);

        var changes = Row(decision, "data-changes");
        Assert.That(changes.Verdict, Is.EqualTo(MatrixVerdict.NotMeasured));
        Assert.That(changes.Missing, Does.Contain("superseded_answers"));
    }

    [Test]
    public async Task With_too_few_clusters_nothing_is_said()
    {
        var decision = await new TestDecision().Answers(Arm.Rag, 5, _ => true).Answers(Arm.Hybrid, 5, _ => false).DecideAsync(Arm.Rag, Arm.Hybrid);

        Assert.That(Row(decision, "quality").Verdict, Is.EqualTo(MatrixVerdict.NotEnoughRows));
    }

    [Test]
    public async Task The_base_model_is_shown_and_never_wins()
    {
        var decision = await new TestDecision()
            .Answers(Arm.Base, 300, _ => true)
            .Answers(Arm.Rag, 300, i => i % 2 == 0)
            .Answers(Arm.Hybrid, 300, i => i % 4 == 0)
            .DecideAsync(Arm.Base, Arm.Rag, Arm.Hybrid);

        var quality = Row(decision, "quality");
        Assert.That(quality.Figures.Select(f => f.Arm), Does.Contain(Arm.Base));
        Assert.That(quality.Leaders, Is.EqualTo(new[] { Arm.Rag }));
    }

    [Test]
    public async Task A_badge_stays_with_its_criterion()
    {
        var decision = await new TestDecision { Badges = [new FamilyBadge("cost", Badge.Scenario, "as if")] }
            .Answers(Arm.Rag, 60, _ => true)
            .Answers(Arm.Hybrid, 60, _ => true)
            .DecideAsync(Arm.Rag, Arm.Hybrid);

        Assert.That(Row(decision, "cost").Badge, Is.EqualTo(Badge.Scenario));
        Assert.That(Row(decision, "quality").Badge, Is.EqualTo(Badge.Measured));
    }

    [Test]
    public void Every_criterion_can_say_what_to_supply()
    {
        Assert.That(Criteria.All.Select(c => c.Supply), Has.None.Empty);
        Assert.That(Criteria.All.Select(c => c.Id), Is.Unique);
    }

    private static MatrixRow Row(Decision decision, string criterion) => decision.Matrix.Single(r => r.Criterion.Id == criterion);
}

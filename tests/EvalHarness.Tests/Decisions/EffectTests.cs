using EvalHarness.Decisions;
using EvalHarness.Decisions.Budget;
using EvalHarness.Decisions.Effects;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Decisions;

public sealed class EffectTests
{
    // By hand: 10, 50, 40 and 60 % right: retrieval (40 + 20)/2, tuning (30 + 10)/2, interaction 60 − 50 − 40 + 10.
    [Test]
    public async Task Retrieval_and_tuning_add_what_the_four_means_say()
    {
        var inputs = await new TestDecision()
            .Answers(Arm.Base, 200, i => i % 10 < 1)
            .Answers(Arm.Rag, 200, i => i % 10 < 5)
            .Answers(Arm.FineTuned, 200, i => i % 10 < 4)
            .Answers(Arm.Hybrid, 200, i => i % 10 < 6)
            .InputsAsync(Arm.Base, Arm.Rag, Arm.FineTuned, Arm.Hybrid);

        var effects = Factorial.Of(inputs).ToDictionary(e => e.Kind, e => e.Estimate!);

        Assert.That(effects["retrieval"].Value, Is.EqualTo(0.3).Within(1e-9));
        Assert.That(effects["tuning"].Value, Is.EqualTo(0.2).Within(1e-9));
        Assert.That(effects["interaction"].Value, Is.EqualTo(-0.2).Within(1e-9));
        Assert.That(effects["interaction"].Low, Is.LessThan(-0.2));
        Assert.That(effects["interaction"].High, Is.GreaterThan(-0.2));
    }

    [Test]
    public async Task Without_one_of_the_four_there_is_no_factorial()
    {
        Assert.That(Factorial.Of(await new TestDecision().Answers(Arm.Rag, 20, _ => true).Answers(Arm.Hybrid, 20, _ => true).InputsAsync(Arm.Rag, Arm.Hybrid)), Is.Empty);
    }

    [Test]
    public async Task An_arm_that_is_no_better_than_the_base_model_is_known()
    {
        var decision = await new TestDecision()
            .Answers(Arm.Base, 200, i => i % 10 < 5)
            .Answers(Arm.Rag, 200, i => (i + 1) % 10 < 5)
            .Answers(Arm.FineTuned, 200, i => i % 10 < 9)
            .DecideAsync(Arm.Base, Arm.Rag, Arm.FineTuned);

        Assert.That(decision.OverBase.Select(c => (c.First, c.Better)), Is.EqualTo(new (Arm, Arm?)[] { (Arm.Rag, null), (Arm.FineTuned, Arm.FineTuned) }));
    }

    [Test]
    public async Task A_ratio_of_costs_has_an_interval_around_it()
    {
        var inputs = await new TestDecision()
            .Answers(Arm.Rag, 100, _ => true, i => 0.004 + (i % 2 * 0.0004))
            .Answers(Arm.FineTuned, 100, _ => true, i => 0.001 + (i % 3 * 0.0001))
            .InputsAsync(Arm.Rag, Arm.FineTuned);

        var ratio = Ratios.Of(inputs).Single();

        Assert.That(ratio.Ratio.Value, Is.EqualTo(0.0042 / 0.001099).Within(1e-3));
        Assert.That(ratio.Ratio.Low, Is.LessThan(ratio.Ratio.Value));
        Assert.That(ratio.Ratio.High, Is.GreaterThan(ratio.Ratio.Value));
    }

    [Test]
    public async Task A_slice_where_passages_make_the_tuned_model_worse_is_named()
    {
        var inputs = await new TestDecision()
            .Answers(Arm.FineTuned, 400, i => i < 200 || i % 2 == 0, null, Tag)
            .Answers(Arm.Hybrid, 400, i => i >= 200 || i % 2 == 0, null, Tag)
            .InputsAsync(Arm.FineTuned, Arm.Hybrid);

        Assert.That(HarmfulSlices.Of(inputs).Select(s => s.Slice), Is.EqualTo(new[] { "topic=known" }));

        static (string, string) Tag(int i) => ("topic", i < 200 ? "known" : "new");
    }

    // By hand: 13 trainings of 100 USD in 365 days and 365 · 1,000 · 0.001; 365 · 1,000 · 0.003 without; 100 / 0.002 questions.
    [Test]
    public async Task A_budget_counts_every_refresh_and_says_when_it_is_paid_back()
    {
        var inputs = await new TestDecision
        {
            Settings = DecisionSettings.None with { VolumePerDay = 1000, ChangesPerMonth = 1 },
            FixedSums = [new FixedSum(["fine-tuned"], 100, PerMonth: false)],
        }
            .Answers(Arm.Rag, 100, _ => true, i => 0.0029 + (i % 2 * 0.0002))
            .Answers(Arm.FineTuned, 100, _ => true, _ => 0.001)
            .InputsAsync(Arm.Rag, Arm.FineTuned);

        var budget = DecisionMaker.Decide(inputs)!.Budget;

        Assert.That(budget.Ownership.Single(o => o.Arm == Arm.FineTuned).Usd, Is.EqualTo(1665m).Within(0.01m));
        Assert.That(budget.Ownership.Single(o => o.Arm == Arm.Rag).Usd, Is.EqualTo(1095m).Within(0.01m));
        var paidBack = budget.BreakEvens.Single();
        Assert.That(paidBack.Investing, Is.EqualTo(Arm.FineTuned));
        Assert.That(paidBack.BreakEven.Status, Is.EqualTo(BreakEvenStatus.Value));
        Assert.That(paidBack.BreakEven.Queries, Is.EqualTo(50_000).Within(1));
        Assert.That(paidBack.DailyVolume, Is.EqualTo(50_000 / 30.0).Within(1));
        Assert.That(budget.Sensitivity.Single(s => s.Assumption == "fixed costs").Turns);
    }

    // 0.01 changes a month in a year are a tenth of one; it is paid for whole.
    [Test]
    public async Task A_training_that_is_rarely_repeated_is_paid_once()
    {
        var inputs = await new TestDecision
        {
            Settings = DecisionSettings.None with { VolumePerDay = 1000, ChangesPerMonth = 0.01, BudgetUsdPerMonth = 1000 },
            FixedSums = [new FixedSum(["fine-tuned"], 365, PerMonth: false)],
        }
            .Answers(Arm.Rag, 50, _ => true, i => 0.002 + (i % 2 * 0.0002))
            .Answers(Arm.FineTuned, 50, _ => true, i => 0.001 + (i % 2 * 0.0002))
            .InputsAsync(Arm.Rag, Arm.FineTuned);

        var decision = DecisionMaker.Decide(inputs)!;

        // 365 USD over 365 days: 30 a month, beside 30,000 questions at 0.0011.
        Assert.That(decision.Constraints.Single(c => c.Arm == Arm.FineTuned).Figure!.Value, Is.EqualTo(63).Within(0.01));
    }

    [Test]
    public async Task Dearer_calls_never_pay_an_investment_back()
    {
        var inputs = await new TestDecision { FixedSums = [new FixedSum(["fine-tuned"], 100, PerMonth: false)] }
            .Answers(Arm.Rag, 100, _ => true, i => 0.001 + (i % 2 * 0.0002))
            .Answers(Arm.FineTuned, 100, _ => true, _ => 0.003)
            .InputsAsync(Arm.Rag, Arm.FineTuned);

        Assert.That(DecisionMaker.Decide(inputs)!.Budget.BreakEvens.Single().BreakEven.Status, Is.EqualTo(BreakEvenStatus.Never));
    }
}

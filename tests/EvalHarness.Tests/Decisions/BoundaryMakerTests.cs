using EvalHarness.Decisions;
using EvalHarness.Decisions.Boundaries;

namespace EvalHarness.Tests.Decisions;

public sealed class BoundaryMakerTests
{
    // 3 USD a day more, and 0.003 less per question on average: equal at 1,000 a day.
    [Test]
    public async Task A_volume_turns_where_cheaper_calls_pay_the_fixed_costs()
    {
        var inputs = await new TestDecision
        {
            Settings = DecisionSettings.None with { VolumePerDay = 500, ChangesPerMonth = 1 },
            FixedSums = [new FixedSum(["fine-tuned"], 90, PerMonth: false)],
        }
            .Answers(Arm.Rag, 200, _ => true, i => 0.004 + (i % 2 * 0.0002))
            .Answers(Arm.FineTuned, 200, _ => true, _ => 0.0011)
            .InputsAsync(Arm.Rag, Arm.FineTuned);

        var volume = Boundaries(inputs, BoundaryParameter.Volume);
        Assert.That(volume.Flip, Is.EqualTo(1000).Within(1e-6));
        Assert.That(volume.Regions.Select(volume.Winner), Is.EqualTo(new Arm?[] { Arm.Rag, null, Arm.FineTuned }));
        Assert.That(volume.Regions[1].From, Is.InRange(990, 1000));
        Assert.That(volume.Regions[1].To, Is.InRange(1000, 1010));
        Assert.That(volume.Winner(volume.Here!), Is.EqualTo(Arm.Rag));
    }

    [Test]
    public async Task Without_fixed_costs_there_is_no_volume_to_look_for()
    {
        var inputs = await new TestDecision().Answers(Arm.Rag, 20, _ => true).Answers(Arm.FineTuned, 20, _ => true).InputsAsync(Arm.Rag, Arm.FineTuned);

        Assert.That(new BoundaryMaker(inputs).All().Select(b => b.Parameter), Has.None.EqualTo(BoundaryParameter.Volume));
    }

    [Test]
    public async Task An_unknown_fixed_cost_is_no_cheap_one()
    {
        var inputs = await new TestDecision
        {
            Settings = DecisionSettings.None with { VolumePerDay = 500 },
            FixedSums = [new FixedSum(["fine-tuned"], null, PerMonth: false)],
        }
            .Answers(Arm.Rag, 50, _ => true, i => 0.004 + (i % 2 * 0.0002))
            .Answers(Arm.FineTuned, 50, _ => true, _ => 0.0011)
            .InputsAsync(Arm.Rag, Arm.FineTuned);

        var decision = DecisionMaker.Decide(inputs)!;

        Assert.That(decision.Boundaries.Select(b => b.Parameter), Has.None.EqualTo(BoundaryParameter.Volume));
        Assert.That(decision.Budget.Ownership.Select(o => o.Arm), Is.EqualTo(new[] { Arm.Rag }));
        Assert.That(decision.Budget.BreakEvens, Is.Empty);
    }

    [Test]
    public async Task A_few_questions_of_a_kind_decide_nothing_for_all_of_it()
    {
        var inputs = await new TestDecision { Settings = DecisionSettings.None with { Slices = new Dictionary<string, string> { ["changed"] = "changed=yes" } } }
            .Answers(Arm.Rag, 400, i => i < 3 || i % 2 == 0, null, i => ("changed", i < 3 ? "yes" : "no"))
            .Answers(Arm.FineTuned, 400, i => i >= 3 && i % 3 == 0, null, i => ("changed", i < 3 ? "yes" : "no"))
            .InputsAsync(Arm.Rag, Arm.FineTuned);

        Assert.That(new BoundaryMaker(inputs).All().Select(b => b.Parameter), Has.None.EqualTo(BoundaryParameter.ChangedShare));
    }

    // On changed facts RAG is right in 90 % and the tuned model in 10 %; on others 60 % against 80 %: equal at a share of 0.2.
    [Test]
    public async Task A_share_of_changed_facts_turns_where_both_are_right_as_often()
    {
        var inputs = await new TestDecision { Settings = DecisionSettings.None with { ChangedShare = 0.6, Slices = new Dictionary<string, string> { ["changed"] = "changed=yes" } } }
            .Answers(Arm.Rag, 1000, i => i < 500 ? i % 10 < 9 : i % 10 < 6, null, Tag)
            .Answers(Arm.FineTuned, 1000, i => i < 500 ? i % 10 < 1 : i % 10 < 8, null, Tag)
            .InputsAsync(Arm.Rag, Arm.FineTuned);

        var changed = Boundaries(inputs, BoundaryParameter.ChangedShare);
        Assert.That(changed.Flip, Is.EqualTo(0.2).Within(1e-9));
        Assert.That(changed.Regions.Select(changed.Winner), Is.EqualTo(new Arm?[] { Arm.FineTuned, null, Arm.Rag }));
        Assert.That(changed.Winner(changed.Here!), Is.EqualTo(Arm.Rag));

        static (string, string) Tag(int i) => ("changed", i < 500 ? "yes" : "no");
    }

    // One costs 0.004 more and is wrong in 20 % fewer cases: equal where a wrong answer costs 0.02.
    [Test]
    public async Task What_a_wrong_answer_costs_turns_a_dearer_and_better_arm_into_the_cheaper_one()
    {
        var inputs = await new TestDecision()
            .Answers(Arm.Rag, 500, i => i % 10 < 8, _ => 0.005)
            .Answers(Arm.FineTuned, 500, i => i % 10 < 6, _ => 0.001)
            .InputsAsync(Arm.Rag, Arm.FineTuned);

        var wrong = Boundaries(inputs, BoundaryParameter.WrongAnswerUsd);
        Assert.That(wrong.Flip, Is.EqualTo(0.02).Within(1e-9));
        Assert.That(wrong.Regions.Select(wrong.Winner), Is.EqualTo(new Arm?[] { Arm.FineTuned, null, Arm.Rag }));
    }

    private static Boundary Boundaries(DecisionInputs inputs, BoundaryParameter parameter) => new BoundaryMaker(inputs).All().Single(b => b.Parameter == parameter);
}

using EvalHarness.Decisions;
using EvalHarness.Decisions.Recommendations;

namespace EvalHarness.Tests.Decisions;

public sealed class RecommenderTests
{
    private static readonly Dictionary<string, double> ByQuality = new() { ["quality"] = 1 };

    [Test]
    public async Task Without_weights_nothing_is_ranked()
    {
        var decision = await Different(DecisionSettings.None);

        Assert.That(decision.Recommendation.Arm, Is.Null);
        Assert.That(decision.Recommendation.IsRanked, Is.False);
        Assert.That(decision.Recommendation.Standings.Single(s => s.Arm == Arm.Rag).BetterOn, Does.Contain("quality"));
    }

    [Test]
    public async Task What_weighs_most_decides()
    {
        var byQuality = await Different(DecisionSettings.None with { Weights = ByQuality });
        var byCost = await Different(DecisionSettings.None with { Weights = new Dictionary<string, double> { ["quality"] = 1, ["cost"] = 3 } });

        Assert.That(byQuality.Recommendation.Arm, Is.EqualTo(Arm.Rag));
        Assert.That(byQuality.Recommendation.RunnerUp, Is.EqualTo(Arm.FineTuned));
        Assert.That(byCost.Recommendation.Arm, Is.EqualTo(Arm.FineTuned));
    }

    [Test]
    public async Task Weights_on_what_shows_no_difference_recommend_nobody()
    {
        var decision = await new TestDecision { Settings = DecisionSettings.None with { Weights = ByQuality } }
            .Answers(Arm.Rag, 100, i => i % 2 == 0)
            .Answers(Arm.FineTuned, 100, i => i % 2 == 1)
            .DecideAsync(Arm.Rag, Arm.FineTuned);

        Assert.That(decision.Recommendation.Arm, Is.Null);
        Assert.That(decision.Recommendation.IsRanked);
    }

    [Test]
    public async Task A_broken_constraint_excludes_the_best_and_an_open_one_does_not()
    {
        var broken = await Different(DecisionSettings.None with { Weights = ByQuality, VolumePerDay = 1000, BudgetUsdPerMonth = 60 });
        var open = await Different(DecisionSettings.None with { Weights = ByQuality, LatencyObjectiveMs = 100 });

        Assert.That(broken.Constraints.Single(c => c.Arm == Arm.Rag).Outcome, Is.EqualTo(ConstraintOutcome.Broken));
        Assert.That(broken.Recommendation.Arm, Is.EqualTo(Arm.FineTuned));
        Assert.That(open.Constraints.Select(c => c.Outcome), Is.All.EqualTo(ConstraintOutcome.NotMeasured));
        Assert.That(open.Recommendation.Arm, Is.EqualTo(Arm.Rag));
    }

    [Test]
    public async Task A_heavy_criterion_without_rows_could_flip_it()
    {
        var decision = await Different(DecisionSettings.None with { Weights = new Dictionary<string, double> { ["quality"] = 1, ["citations"] = 5 } });

        Assert.That(decision.Recommendation.Arm, Is.EqualTo(Arm.Rag));
        Assert.That(decision.Recommendation.CouldFlip, Is.EqualTo(new[] { "citations" }));
    }

    [Test]
    public async Task A_large_prompted_model_may_be_the_answer()
    {
        var decision = await new TestDecision { Settings = DecisionSettings.None with { Weights = ByQuality } }
            .Answers(Arm.Prompted, 200, _ => true)
            .Answers(Arm.Rag, 200, i => i % 2 == 0)
            .Answers(Arm.FineTuned, 200, i => i % 3 == 0)
            .DecideAsync(Arm.Prompted, Arm.Rag, Arm.FineTuned);

        Assert.That(decision.Recommendation.Arm, Is.EqualTo(Arm.Prompted));
    }

    // RAG is right more often and costs more.
    private static Task<Decision> Different(DecisionSettings settings) => new TestDecision { Settings = settings }
        .Answers(Arm.Rag, 200, i => i % 10 < 8, i => 0.005 + (i % 2 * 0.0001))
        .Answers(Arm.FineTuned, 200, i => i % 10 < 4, _ => 0.001)
        .DecideAsync(Arm.Rag, Arm.FineTuned);
}

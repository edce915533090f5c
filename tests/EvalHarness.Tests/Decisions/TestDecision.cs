using EvalHarness.Comparisons;
using EvalHarness.Decisions;
using EvalHarness.Metrics;
using EvalHarness.Tests.Comparisons;

namespace EvalHarness.Tests.Decisions;

/// <summary>A decision over scores that a test makes up, a cluster per sample.</summary>
internal sealed class TestDecision
{
    public static readonly Metric Truth = new("truthfulness", Unit.Signed, Direction.Higher, "1");
    public static readonly Metric Declined = new("abstention-correct", Unit.YesNo, Direction.Higher, "1");

    private readonly TestRun run = new(TestRun.Correct, TestRun.Cost, Truth, Declined);

    public DecisionSettings Settings { get; init; } = DecisionSettings.None;

    public IReadOnlyList<FixedSum> FixedSums { get; init; } = [];

    public IReadOnlyList<FamilyBadge> Badges { get; init; } = [];

    /// <param name="isRight">By sample; a wrong answer is a lie.</param>
    /// <param name="cost">In USD, by sample.</param>
    /// <param name="tag">A slice of the sample; absent for none.</param>
    public TestDecision Answers(Arm arm, int samples, Func<int, bool> isRight, Func<int, double>? cost = null, Func<int, (string Key, string Value)>? tag = null)
    {
        for (var i = 0; i < samples; i++)
        {
            Dictionary<string, string> tags = tag is null ? [] : new() { [tag(i).Key] = tag(i).Value };
            run.Row(ArmNames.Of(arm), $"s{i}", null, tags, 0, [TestRun.Correct.Scored(isRight(i)), TestRun.Cost.Scored(cost?.Invoke(i) ?? 0.001), Truth.Scored(isRight(i) ? 1 : -1), Declined.NotApplicable("answerable")]);
        }

        return this;
    }

    public async Task<DecisionInputs> InputsAsync(params Arm[] arms) =>
        new(await run.LoadAsync(), new Arms(arms.ToDictionary(a => a, ArmNames.Of)), Settings, Badges, FixedSums, Seed: 1);

    public async Task<Decision> DecideAsync(params Arm[] arms) => DecisionMaker.Decide(await InputsAsync(arms))!;
}

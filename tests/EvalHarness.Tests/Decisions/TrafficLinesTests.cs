using EvalHarness.Decisions;
using EvalHarness.Decisions.Effects;

namespace EvalHarness.Tests.Decisions;

public sealed class TrafficLinesTests
{
    private static readonly Dictionary<string, double> Mostly = new() { ["length=short"] = 0.9, ["length=long"] = 0.1 };

    // RAG: all long questions right and no short one; fine-tuned the other way round. The gold set has as many of each.
    [Test]
    public async Task Slices_count_by_the_users_shares()
    {
        var lines = await LinesAsync(Mostly, i => i % 2 == 1, i => i % 2 == 0);

        Assert.That(lines.Single(l => l is { Arm: Arm.Rag, Against: null }).Right.Value, Is.EqualTo(0.1).Within(1e-12));
        Assert.That(lines.Single(l => l is { Arm: Arm.FineTuned, Against: null }).Right.Value, Is.EqualTo(0.9).Within(1e-12));
    }

    // By hand: slice means .5 and .2 of 100 rows each; variance (.9² · .25 + .1² · .16) / 100 with n in place of n − 1.
    [Test]
    public async Task The_error_is_that_of_the_residuals_within_slices()
    {
        var right = (await LinesAsync(Mostly, i => i % 2 == 0 ? i % 4 == 0 : i % 10 == 1, _ => true)).Single(l => l is { Arm: Arm.Rag, Against: null }).Right;

        var error = Math.Sqrt(((0.81 * 0.25) + (0.01 * 0.16)) / 100);
        Assert.That(right.Value, Is.EqualTo(0.47).Within(1e-12));
        Assert.That((right.High - right.Low) / 2, Is.EqualTo(1.972 * error).Within(0.01 * error));
    }

    [Test]
    public async Task A_difference_is_paired_and_shown_only_where_it_is()
    {
        var apart = await LinesAsync(Mostly, i => i % 2 == 0 && i % 10 < 6, i => i % 10 is 2);
        var alike = await LinesAsync(Mostly, i => i % 4 == 0, i => i % 4 == 2);

        Assert.That(apart.Single(l => l.Against is not null).IsShown, Is.True);
        Assert.That(alike.Single(l => l.Against is not null).IsShown, Is.False);
    }

    [Test]
    public async Task A_slice_without_rows_leaves_nothing_to_weigh()
    {
        Assert.That(await LinesAsync(new() { ["length=short"] = 0.5, ["length=huge"] = 0.5 }, _ => true, _ => false), Is.Empty);
    }

    [Test]
    public async Task Without_traffic_nothing_is_said()
    {
        Assert.That(await LinesAsync([], _ => true, _ => false), Is.Empty);
    }

    private static async Task<IReadOnlyList<TrafficLine>> LinesAsync(Dictionary<string, double> traffic, Func<int, bool> rag, Func<int, bool> tuned)
    {
        static (string, string) Length(int i) => ("length", i % 2 == 0 ? "short" : "long");
        return TrafficLines.Of(await new TestDecision { Settings = DecisionSettings.None with { Traffic = traffic } }
            .Answers(Arm.Rag, 200, rag, tag: Length)
            .Answers(Arm.FineTuned, 200, tuned, tag: Length)
            .InputsAsync(Arm.Rag, Arm.FineTuned));
    }
}

using EvalHarness.Decisions.Sweeps;
using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;
using EvalHarness.Runs;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Reports.Wording;

public sealed class SweepWordsTests
{
    private static readonly SweepPoint AsItIs = new("rag", [null], IsUnvaried: true);
    private static readonly SweepPoint Small = new("passages-2", ["2"], IsUnvaried: false);

    [TestCase(Direction.Higher, 0.01, 0.05, "better")]
    [TestCase(Direction.Higher, -0.05, -0.01, "WORSE")]
    [TestCase(Direction.Lower, -0.05, -0.01, "better")]
    [TestCase(Direction.Lower, 0.01, 0.05, "WORSE")]
    [TestCase(Direction.Higher, -0.01, 0.05, "no difference shown; less than 2.0 points worse, if at all")]
    [TestCase(Direction.Lower, -0.05, 0.01, "no difference shown; less than 2.0 points worse, if at all")]
    [TestCase(Direction.Higher, -0.03, 0.05, "no difference shown")]
    public void A_confirmation_says_what_its_interval_shows(Direction direction, double low, double high, string finding)
    {
        var line = SweepWords.Confirmation(Result(direction, Confirmation(new Estimate((low + high) / 2, low, high, 0.95, "tango", 416), 1)));

        Assert.That(line, Does.StartWith("On test: ").And.EndsWith($"(passages-2 62.0 %, rag 60.0 %; n = 416 in 81 clusters): {finding}."));
    }

    [Test]
    public void A_confirmation_without_an_interval_says_why()
    {
        Assert.That(SweepWords.Confirmation(Result(Direction.Higher, Confirmation(null, 1))), Is.EqualTo("On test: passages-2 62.0 %, rag 60.0 %; too few rows or clusters for a difference."));
    }

    [TestCase(1, false)]
    [TestCase(3, true)]
    public void Looks_beyond_the_first_are_said(int look, bool isSaid)
    {
        var lines = SweepWords.All(Result(Direction.Higher, Confirmation(null, look)));

        Assert.That(lines.Any(l => l.StartsWith($"That was look {look} of sweeps", StringComparison.Ordinal)), Is.EqualTo(isSaid));
    }

    [Test]
    public void A_cheaper_choice_says_what_it_stands_for()
    {
        var lines = SweepWords.All(Result(Direction.Higher, null));

        Assert.That(lines, Has.Some.StartsWith("Chosen on dev: passages-2, cheaper than the best, rag, and shown to be less than 2.0 points worse."));
        Assert.That(lines, Has.Some.EqualTo("Rule: the cheapest point on the front that is shown to be less than 2.0 points worse than the best (paired by sample, one-sided 5 %, one test); the best itself where there is none. Not shown to be worse is no reason."));
        Assert.That(lines[0], Does.EndWith("cost-usd does not count: nobody knows."));
    }

    private static SweepConfirmation Confirmation(Estimate? difference, int look) => new(
        Small.Name, AsItIs.Name, "e", "run", "h", "test", "answer-correctness", Some(0.62), Some(0.6), difference, 0.2, 81, look, DateTimeOffset.UnixEpoch);

    private static Estimate Some(double value) => new(value, value - 0.1, value + 0.1, 0.95, "wilson", 416);

    private static SweepResult Result(Direction direction, SweepConfirmation? confirmation) => new()
    {
        Run = "20261129-1",
        Experiment = "helpdesk",
        Dataset = new DatasetRecord("samples.jsonl", "h", "dev", 128, null),
        Grid = new SweepGrid("rag", ["retrieval.passages"], [AsItIs, Small]),
        Aim = new SweepAim(new Metric("answer-correctness", Unit.YesNo, direction, "1"), 0.02, "p95"),
        Choice = new SweepChoice(
            [new SweepAxis("answer-correctness", direction, null), new SweepAxis("cost-usd", Direction.Lower, "nobody knows")],
            [new PointResult(AsItIs, [], true, PointStanding.Best, null), new PointResult(Small, [], true, PointStanding.WithinTolerance, new PointContrast(Some(-0.01), 0.5, 0.01, 81, null))],
            AsItIs,
            Small),
        Command = "evalharness sweep experiment.yaml",
        Confirmation = confirmation,
    };
}

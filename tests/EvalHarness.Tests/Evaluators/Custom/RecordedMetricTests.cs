using System.Text.Json.Nodes;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Inputs;
using EvalHarness.Metrics;

namespace EvalHarness.Tests.Evaluators.Custom;

public sealed class RecordedMetricTests
{
    private static readonly Dictionary<string, double> Recorded = new() { ["mcq"] = 1, ["explanation"] = 4.5 };

    [Test]
    public async Task A_recorded_score_is_read_as_it_is()
    {
        var score = await ScoreAsync("""{ "kind": "recorded", "scores": "explanation" }""", "mcq");

        Assert.That((score.Outcome, score.Value, score.Reason), Is.EqualTo((Outcome.Scored, (double?)4.5, "recorded as explanation")));
    }

    [Test]
    public async Task Which_score_counts_may_depend_on_the_sample()
    {
        const string BySlice = """{ "kind": "recorded", "unit": "yes_no", "scores": { "type=mcq": "mcq" } }""";

        Assert.That((await ScoreAsync(BySlice, "mcq")).Value, Is.EqualTo(1));
        Assert.That((await ScoreAsync(BySlice, "explanation")).Outcome, Is.EqualTo(Outcome.NotApplicable));
    }

    [Test]
    public async Task A_score_that_the_recording_does_not_have_is_not_scored()
    {
        var score = await ScoreAsync("""{ "kind": "recorded", "scores": "tone" }""", "mcq");

        Assert.That((score.Outcome, score.Reason), Is.EqualTo((Outcome.NotScored, "the recording has no score 'tone'")));
    }

    [Test]
    public async Task A_score_off_its_scale_is_not_scored()
    {
        var score = await ScoreAsync("""{ "kind": "recorded", "unit": "yes_no", "scores": "explanation" }""", "mcq");

        Assert.That(score.Outcome, Is.EqualTo(Outcome.NotScored));
        Assert.That(score.Reason, Does.Contain("4.5"));
    }

    [Test]
    public void A_slice_without_a_value_says_how_it_is_written()
    {
        Assert.That(() => new RecordedMetricFactory().Check(Source("""{ "kind": "recorded", "scores": { "mcq": "mcq" } }""")), Throws.TypeOf<InputException>().With.Message.Contains("'mcq' is no tag=value"));
    }

    private static async Task<Score> ScoreAsync(string settings, string type)
    {
        var evaluator = new RecordedMetricFactory().Build(Source(settings), new AnswerReader(new AnswerContract()));
        var sample = Some.Sample("s") with { Tags = new Dictionary<string, string> { ["type"] = type } };
        return (await evaluator.EvaluateAsync(sample, Some.Trace(Some.Answer() with { RecordedScores = Recorded }, "s", "p"), CancellationToken.None))[0];
    }

    private static MetricSource Source(string settings) => new("judged", "recorded", "/", JsonNode.Parse(settings)!.AsObject());
}

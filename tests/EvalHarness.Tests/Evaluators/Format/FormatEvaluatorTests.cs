using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Format;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators.Format;

public sealed class FormatEvaluatorTests
{
    private const string Schema = """{"type": "object", "required": ["answer", "priority"]}""";

    private static readonly Sample Sample = Some.Sample() with { Expected = new JsonObject { ["priority"] = "high", ["escalate"] = false } };

    [Test]
    public async Task A_reply_in_form_scores_everywhere() =>
        Assert.That(await Values("""{"answer": "a", "priority": "high", "escalate": false}"""), Is.EqualTo(new double?[] { 1, 1, 1, 1 }));

    [Test]
    public async Task A_fenced_reply_fails_strictly_alone() =>
        Assert.That(await Values("```json\n{\"answer\": \"a\", \"priority\": \"high\", \"escalate\": true}\n```"), Is.EqualTo(new double?[] { 0, 1, 1, 0.5 }));

    [Test]
    public async Task Prose_fails_everywhere() => Assert.That(await Values("It is high."), Is.EqualTo(new double?[] { 0, 0, 0, 0 }));

    [Test]
    public async Task Schema_errors_are_named()
    {
        var scores = await Evaluate(Some.Answer("""{"answer": "a"}"""), Schema);

        Assert.That(scores[2].Value, Is.Zero);
        Assert.That(scores[2].Reason, Does.Contain("priority"));
        Assert.That(scores[2].Detail!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Without_a_schema_validity_is_not_applicable() => Assert.That((await Evaluate(Some.Answer("{}"), null))[2].Outcome, Is.EqualTo(Outcome.NotApplicable));

    [Test]
    public async Task Where_any_text_will_do_no_form_is_asked_for()
    {
        var contract = new AnswerContract();

        var scores = await new FormatEvaluator(contract, new AnswerReader(contract), null).EvaluateAsync(Some.Sample(), Some.Trace(Some.Answer()), default);

        Assert.That(scores.Select(s => s.Outcome), Is.All.EqualTo(Outcome.NotApplicable));
    }

    [Test]
    public async Task A_failed_trace_fails_everywhere() => Assert.That((await Evaluate(null, Schema)).Select(s => s.Outcome), Is.All.EqualTo(Outcome.Failed));

    [Test]
    public void Another_schema_is_another_definition() =>
        Assert.That(Evaluator("""{"type": "array"}""").Metrics[2].DefinitionId, Is.Not.EqualTo(Evaluator(Schema).Metrics[2].DefinitionId));

    private static async Task<IEnumerable<double?>> Values(string text) => (await Evaluate(Some.Answer(text), Schema)).Select(s => s.Value);

    private static ValueTask<IReadOnlyList<Score>> Evaluate(Answer? answer, string? schema) => Evaluator(schema).EvaluateAsync(Sample, Some.Trace(answer), default);

    private static FormatEvaluator Evaluator(string? schema)
    {
        var contract = new AnswerContract { Text = "answer" };
        return new FormatEvaluator(contract, new AnswerReader(contract), schema);
    }
}

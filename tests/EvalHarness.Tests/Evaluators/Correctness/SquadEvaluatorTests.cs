using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Correctness;
using EvalHarness.Metrics;

namespace EvalHarness.Tests.Evaluators.Correctness;

public sealed class SquadEvaluatorTests
{
    private static readonly SquadEvaluator Evaluator = new(new AnswerReader(new AnswerContract()));

    [Test]
    public async Task A_gold_answer_is_exact() => Assert.That(await Values(Some.Sample(), "30 minutes."), Is.EqualTo(new double?[] { 1, 1 }));

    [Test]
    public async Task An_abstention_is_the_empty_answer() => Assert.That(await Values(Some.Sample(), "I don't know."), Is.EqualTo(new double?[] { 0, 0 }));

    [Test]
    public async Task An_abstention_is_right_where_nothing_can_be_answered()
    {
        var sample = Some.Sample() with { Unanswerable = true, Answers = [] };

        Assert.That(await Values(sample, "I don't know."), Is.EqualTo(new double?[] { 1, 1 }));
        Assert.That(await Values(sample, "30 minutes"), Is.EqualTo(new double?[] { 0, 0 }));
    }

    [Test]
    public async Task A_failed_trace_fails() =>
        Assert.That((await Evaluator.EvaluateAsync(Some.Sample(), Some.Trace(null), default)).Select(s => s.Outcome), Is.All.EqualTo(Outcome.Failed));

    private static async Task<IEnumerable<double?>> Values(Sample sample, string answer) =>
        (await Evaluator.EvaluateAsync(sample, Some.Trace(Some.Answer(answer)), default)).Select(s => s.Value);
}

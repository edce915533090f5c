using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Correctness;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators.Correctness;

public sealed class CorrectnessEvaluatorTests
{
    private static readonly Sample Changed = Some.Sample() with { SupersededAnswers = ["60 minutes"] };

    [Test]
    public async Task The_current_answer_is_correct_and_fresh() => Assert.That(await Values(Changed, "Half an hour."), Is.EqualTo(new double?[] { 1, 0, 1 }));

    [Test]
    public async Task The_former_answer_is_stale() => Assert.That(await Values(Changed, "It is valid for 60 minutes."), Is.EqualTo(new double?[] { 0, 1, 0 }));

    [Test]
    public async Task Who_tells_the_former_beside_the_current_one_is_not_stale() =>
        Assert.That(await Values(Changed, "It is valid for 30 minutes; it used to be 60 minutes."), Is.EqualTo(new double?[] { 1, 0, 1 }));

    [Test]
    public async Task A_wrong_answer_is_neither() => Assert.That(await Values(Changed, "It is valid for 5 days."), Is.EqualTo(new double?[] { 0, 0, 0 }));

    [Test]
    public async Task An_abstention_is_not_correct() => Assert.That(await Values(Changed, "I don't know."), Is.EqualTo(new double?[] { 0, 0, 0 }));

    [Test]
    public async Task Where_nothing_changed_nothing_is_stale() => Assert.That(await Values(Some.Sample(), "30 minutes"), Is.EqualTo(new double?[] { 1, null, null }));

    [Test]
    public async Task A_question_without_an_answer_is_not_applicable_even_when_the_pipeline_fails()
    {
        var sample = Some.Sample() with { Unanswerable = true, Answers = [] };

        Assert.That((await Evaluate(sample, Some.Answer())).Select(s => s.Outcome), Is.All.EqualTo(Outcome.NotApplicable));
        Assert.That((await Evaluate(sample, null)).Select(s => s.Outcome), Is.All.EqualTo(Outcome.NotApplicable));
    }

    [Test]
    public async Task A_failed_trace_fails() => Assert.That((await Evaluate(Changed, null)).Select(s => s.Outcome), Is.All.EqualTo(Outcome.Failed));

    [TestCase("30 minutes", 1)]
    [TestCase("It is valid for 5 days.", 0)]
    [TestCase("I don't know.", 0)]
    public async Task The_content_that_is_shared_is_a_ratio(string answer, double value) =>
        Assert.That((await Evaluate(Some.Sample(), Some.Answer(answer))).Single(s => s.Metric == "answer-content-f1").Value, Is.EqualTo(value));

    // answer-correctness, stale-answer, fresh-answer
    private static async Task<IEnumerable<double?>> Values(Sample sample, string answer) =>
        (await Evaluate(sample, Some.Answer(answer))).Where(s => s.Metric != "answer-content-f1").Select(s => s.Value);

    private static ValueTask<IReadOnlyList<Score>> Evaluate(Sample sample, Answer? answer) =>
        new CorrectnessEvaluator(new AnswerReader(new AnswerContract())).EvaluateAsync(sample, Some.Trace(answer), default);
}

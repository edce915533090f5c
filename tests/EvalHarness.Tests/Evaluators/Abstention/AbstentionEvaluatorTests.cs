using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Abstention;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators.Abstention;

public sealed class AbstentionEvaluatorTests
{
    private static readonly Sample Unanswerable = Some.Sample() with { Unanswerable = true, Answers = [], Evidence = [] };

    // success, coverage, correct-when-answered, abstention-correct, over-refusal, truthfulness
    [Test]
    public async Task A_right_answer() => Assert.That(await Values(Some.Sample(), "30 minutes"), Is.EqualTo(new double?[] { 1, 1, 1, null, 0, 1 }));

    [Test]
    public async Task A_wrong_answer() => Assert.That(await Values(Some.Sample(), "5 days"), Is.EqualTo(new double?[] { 1, 1, 0, null, 0, -1 }));

    [Test]
    public async Task A_refusal_of_what_could_be_answered() => Assert.That(await Values(Some.Sample(), "I don't know."), Is.EqualTo(new double?[] { 1, 0, null, null, 1, 0 }));

    [Test]
    public async Task A_refusal_of_what_could_not() => Assert.That(await Values(Unanswerable, "I don't know."), Is.EqualTo(new double?[] { 1, 0, null, 1, null, 0 }));

    [Test]
    public async Task An_answer_to_what_has_none() => Assert.That(await Values(Unanswerable, "5 days"), Is.EqualTo(new double?[] { 1, 1, 0, 0, null, -1 }));

    [Test]
    public async Task Of_an_unlabelled_row_only_whether_it_answers_is_known() =>
        Assert.That(await Values(Some.Sample() with { Unlabelled = true, Answers = [] }, "5 days"), Is.EqualTo(new double?[] { 1, 1, null, null, null, null }));

    [Test]
    public async Task A_failure_is_no_success_and_fails_the_rest()
    {
        var scores = await Evaluate(Some.Sample(), null);

        Assert.That(scores[0].Value, Is.Zero);
        Assert.That(scores.Select(s => s.Outcome), Is.EqualTo(new[] { Outcome.Scored, Outcome.Failed, Outcome.Failed, Outcome.NotApplicable, Outcome.Failed, Outcome.Failed }));
        Assert.That(scores[1].Reason, Does.Contain("the endpoint is gone"));
    }

    private static async Task<IEnumerable<double?>> Values(Sample sample, string answer) => (await Evaluate(sample, Some.Answer(answer))).Select(s => s.Value);

    private static ValueTask<IReadOnlyList<Score>> Evaluate(Sample sample, Answer? answer) =>
        new AbstentionEvaluator(new AnswerReader(new AnswerContract())).EvaluateAsync(sample, Some.Trace(answer), default);
}

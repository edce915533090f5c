using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Citations;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators.Citations;

public sealed class CitationEvaluatorTests
{
    private static readonly Corpus Corpus = new("now", "hash",
    [
        new Document("password-reset", "Reset a password", null, "A reset link is valid for 30 minutes."),
        new Document("billing", "Invoices", null, "Invoices can be exported as CSV."),
    ]);

    // presence, recall, precision, dangling, gold recall, gold precision
    [Test]
    public async Task A_right_citation_scores_everywhere() =>
        Assert.That(await Values("A reset link is valid for 30 minutes [password-reset]."), Is.EqualTo(new double?[] { 1, 1, 1, 0, 1, 1 }));

    [Test]
    public async Task A_needless_citation_lowers_precision() =>
        Assert.That(await Values("A reset link is valid for 30 minutes [password-reset, billing]."), Is.EqualTo(new double?[] { 1, 1, 0.5, 0, 1, 0.5 }));

    [Test]
    public async Task A_wrong_citation_supports_nothing() =>
        Assert.That(await Values("A reset link is valid for 30 minutes [billing]."), Is.EqualTo(new double?[] { 1, 0, 0, 0, 0, 0 }));

    [Test]
    public async Task A_citation_of_nothing_dangles() =>
        Assert.That(await Values("A reset link is valid for 30 minutes [9]."), Is.EqualTo(new double?[] { 1, 0, 0, 1, 0, 0 }));

    [Test]
    public async Task Without_citations_there_is_nothing_to_be_precise_about() =>
        Assert.That(await Values("A reset link is valid for 30 minutes."), Is.EqualTo(new double?[] { 0, 0, null, null, 0, null }));

    [Test]
    public async Task Each_sentence_needs_its_own() =>
        Assert.That((await Values("A reset link is valid for 30 minutes [password-reset]. Invoices can be exported as CSV.")).ElementAt(1), Is.EqualTo(0.5));

    [Test]
    public async Task An_abstention_needs_no_citation() => Assert.That((await Evaluate(Some.Answer("I don't know."))).Select(s => s.Outcome), Is.All.EqualTo(Outcome.NotApplicable));

    [Test]
    public async Task A_failed_trace_fails() => Assert.That((await Evaluate(null)).Select(s => s.Outcome), Is.All.EqualTo(Outcome.Failed));

    private static async Task<IEnumerable<double?>> Values(string answer) => (await Evaluate(Some.Answer(answer))).Select(s => s.Value);

    private static ValueTask<IReadOnlyList<Score>> Evaluate(Answer? answer) =>
        new CitationEvaluator(new LocalVerifier(), new AnswerReader(new AnswerContract()), Corpus).EvaluateAsync(Some.Sample(), Some.Trace(answer), default);
}

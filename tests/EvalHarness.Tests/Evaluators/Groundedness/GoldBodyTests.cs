using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators.Groundedness;

public sealed class GoldBodyTests
{
    private static readonly Corpus Corpus = new("now", "hash", [new Document("password-reset", "Reset a password", null, "Ask for a link. A reset link is valid for 30 minutes.\n\nInvoices leave the billing page as CSV files.")]);
    private static readonly GoldEvidence Quote = new("password-reset", "A reset link is valid for 30 minutes.");

    [Test]
    public async Task What_the_gold_quote_says_is_grounded_in_its_place()
    {
        var score = await Evaluate(Corpus, [Quote]);

        Assert.That(score.Value, Is.EqualTo(1));
        Assert.That((int)score.Detail![0]!["start"]!, Is.EqualTo(16));
    }

    [Test]
    public async Task True_extra_detail_is_not_in_the_quote_and_is_in_the_document()
    {
        const string answer = "A reset link is valid for 30 minutes. Invoices leave the billing page as CSV files.";

        Assert.That((await Evaluate(Corpus, [Quote], answer)).Value, Is.EqualTo(0.5));
        Assert.That((await Evaluate(Corpus, [new GoldEvidence("password-reset")], answer)).Value, Is.EqualTo(1));
    }

    [Test]
    public async Task Without_gold_evidence_it_is_not_applicable() => Assert.That((await Evaluate(Corpus, [])).Outcome, Is.EqualTo(Outcome.NotApplicable));

    [Test]
    public async Task Without_a_corpus_the_quote_is_read_alone()
    {
        var score = await Evaluate(null, [Quote]);

        Assert.That(score.Value, Is.EqualTo(1));
        Assert.That(score.Detail![0]!["start"], Is.Null);
    }

    [TestCase("")]
    [TestCase("Nobody wrote this.")]
    public async Task Evidence_that_cannot_be_found_is_not_scored(string quote)
    {
        var score = await Evaluate(quote.Length == 0 ? null : Corpus, [Quote, new GoldEvidence("password-reset", quote)]);

        Assert.That(score.Outcome, Is.EqualTo(Outcome.NotScored));
        Assert.That(score.Reason, Does.StartWith("1 of 2 pieces of gold evidence"));
    }

    [Test]
    public async Task An_abstention_is_not_applicable() => Assert.That((await Evaluate(Corpus, [Quote], "I don't know.")).Outcome, Is.EqualTo(Outcome.NotApplicable));

    [Test]
    public void Only_the_corpus_tells_unsupported_answers() =>
        Assert.That(
            new IEvidenceBody[] { new CorpusBody(Corpus), new PassagesBody(), new GoldBody(Corpus) }.Select(body => string.Join(' ', Evaluator(body).Metrics.Select(m => m.Id))),
            Is.EqualTo(new[] { "groundedness-corpus unsupported-answer", "groundedness-passages", "groundedness-gold" }));

    private static async Task<Score> Evaluate(Corpus? corpus, GoldEvidence[] evidence, string answer = "A reset link is valid for 30 minutes.") =>
        (await Evaluator(new GoldBody(corpus)).EvaluateAsync(Some.Sample() with { Evidence = evidence }, Some.Trace(Some.Answer(answer)), default)).Single();

    private static GroundednessEvaluator Evaluator(IEvidenceBody body) => new(body, new LocalVerifier(), new AnswerReader(new AnswerContract()));
}

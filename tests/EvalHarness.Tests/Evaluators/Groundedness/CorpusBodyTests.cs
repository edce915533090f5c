using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators.Groundedness;

public sealed class CorpusBodyTests
{
    private static readonly Corpus Corpus = new("now", "hash", [new Document("password-reset", "Reset a password", null, "A reset link is valid for 30 minutes. It works once.")]);

    [Test]
    public async Task An_answer_that_the_corpus_supports_is_grounded() => Assert.That(await Values("A reset link is valid for 30 minutes. It works once."), Is.EqualTo(new double?[] { 1, 0 }));

    [Test]
    public async Task One_unsupported_claim_makes_an_unsupported_answer()
    {
        var scores = await Evaluate(Some.Answer("A reset link is valid for 30 minutes. Zebras gallop across the savannah."));

        Assert.That(scores.Select(s => s.Value), Is.EqualTo(new double?[] { 0.5, 1 }));
        Assert.That(scores[1].Reason, Does.Contain("Zebras"));
    }

    [Test]
    public async Task An_abstention_has_nothing_unsupported()
    {
        var scores = await Evaluate(Some.Answer("I don't know."));

        Assert.That(scores.Select(s => s.Outcome), Is.EqualTo(new[] { Outcome.NotApplicable, Outcome.Scored }));
        Assert.That(scores[1].Value, Is.Zero);
    }

    [Test]
    public async Task An_answer_without_claims_has_no_groundedness() =>
        Assert.That((await Evaluate(Some.Answer("Hello!"))).Select(s => (s.Outcome, s.Value)), Is.EqualTo(new (Outcome, double?)[] { (Outcome.NotApplicable, null), (Outcome.Scored, 0) }));

    [Test]
    public async Task A_failed_trace_fails() => Assert.That((await Evaluate(null)).Select(s => s.Outcome), Is.All.EqualTo(Outcome.Failed));

    [Test]
    public async Task The_detail_leads_to_the_evidence()
    {
        var claim = (await Evaluate(Some.Answer()))[0].Detail![0]!;

        Assert.That((string?)claim["document"], Is.EqualTo("password-reset"));
        Assert.That(Corpus.Documents[0].Text[(int)claim["start"]!..(int)claim["end"]!], Does.StartWith("A reset link is valid for 30 minutes"));
        Assert.That((bool)claim["supported"]!, Is.True);
    }

    [Test]
    public async Task The_texts_of_a_JSON_answer_are_its_claims()
    {
        var scores = await Evaluate(Some.Answer("""{"answer": "A reset link is valid for 30 minutes.", "more": ["Zebras gallop across the savannah."], "url": "https://a.example", "confidence": 0.9}"""));

        Assert.That(scores[0].Detail!.AsArray().Select(c => (string?)c!["claim"]), Is.EqualTo(new[] { "A reset link is valid for 30 minutes.", "Zebras gallop across the savannah." }));
    }

    [Test]
    public void Another_corpus_is_another_definition() =>
        Assert.That(Evaluator(Corpus with { Hash = "other" }).Metrics[0].DefinitionId, Is.Not.EqualTo(Evaluator(Corpus).Metrics[0].DefinitionId));

    private static async Task<IEnumerable<double?>> Values(string answer) => (await Evaluate(Some.Answer(answer))).Select(s => s.Value);

    private static ValueTask<IReadOnlyList<Score>> Evaluate(Answer? answer) => Evaluator(Corpus).EvaluateAsync(Some.Sample(), Some.Trace(answer), default);

    private static GroundednessEvaluator Evaluator(Corpus corpus) => new(new CorpusBody(corpus), new LocalVerifier(), new AnswerReader(new AnswerContract()));
}

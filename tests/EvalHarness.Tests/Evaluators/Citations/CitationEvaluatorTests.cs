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

    private static readonly Passage[] Passages = [.. Corpus.Documents.Select(d => new Passage($"{d.Id}#1", d.Id, d.Title, d.Text, new TextSpan(0, d.Text.Length), 1))];

    // presence, recall, precision, misattributed, dangling, not retrieved, gold recall, gold precision, gold support
    [TestCase("A reset link is valid for 30 minutes [password-reset].", 1, 1, 1, 0, 0, 0, 1, 1, 1, TestName = "A_right_citation_scores_everywhere")]
    [TestCase("A reset link is valid for 30 minutes [password-reset, billing].", 1, 1, 0.5, 0, 0, 0, 1, 0.5, 1, TestName = "A_needless_citation_lowers_precision")]
    [TestCase("A reset link is valid for 30 minutes [billing].", 1, 0, 0, 1, 0, 0, 0, 0, 0, TestName = "A_wrong_citation_is_misattributed_where_another_passage_supports_the_sentence")]
    [TestCase("A reset link is valid for 30 minutes [9].", 1, 0, 0, 1, 1, 0, 0, 0, 0, TestName = "A_citation_of_nothing_dangles")]
    [TestCase("Zebras gallop across the savannah [billing].", 1, 0, 0, 0, 0, 0, 0, 0, 0, TestName = "What_no_passage_supports_is_not_misattributed")]
    [TestCase("Invoices can be exported as CSV [password-reset].", 1, 0, 0, 1, 0, 0, 1, 1, 0, TestName = "The_gold_document_under_a_wrong_sentence_gives_no_gold_support")]
    public async Task Retrieved(string answer, params double[] values) => Assert.That(await Values(answer, Passages), Is.EqualTo(values.Select(v => (double?)v)));

    [Test]
    public async Task A_tuned_model_may_cite_what_it_was_not_given() =>
        Assert.That(await Values("A reset link is valid for 30 minutes [password-reset].", null), Is.EqualTo(new double?[] { 1, 1, 1, null, 0, 1, 1, 1, 1 }));

    [Test]
    public async Task Without_citations_there_is_nothing_to_be_precise_about() =>
        Assert.That(await Values("A reset link is valid for 30 minutes.", Passages), Is.EqualTo(new double?[] { 0, 0, null, null, null, null, 0, null, 0 }));

    [Test]
    public async Task Each_sentence_needs_its_own() =>
        Assert.That((await Values("A reset link is valid for 30 minutes [password-reset]. Invoices can be exported as CSV.", Passages))[1], Is.EqualTo(0.5));

    [Test]
    public async Task A_sentence_that_only_abstains_needs_none()
    {
        var answer = Some.Answer("A reset link is valid for 30 minutes [password-reset]. Whether it works twice is not mentioned in the documents.");
        var reader = new AnswerReader(new AnswerContract { Abstention = ["nothing matches"] });

        var scores = await new CitationEvaluator(new LocalVerifier(), reader, Corpus).EvaluateAsync(Some.Sample(), Some.Trace(answer), default);

        Assert.That(scores[1].Reason, Is.EqualTo("1 of 1"));
    }

    [TestCase("password-reset#1")]
    [TestCase("Reset a Password")]
    public async Task A_document_may_be_named_by_its_passage_or_title(string name) =>
        Assert.That((await Values($"A reset link is valid for 30 minutes (source: {name}).", Passages))[1], Is.EqualTo(1));

    [Test]
    public async Task A_citation_of_what_the_answer_does_not_say_counts_and_is_not_dropped()
    {
        var answer = Some.Answer("""{"answer": "A reset link is valid for 30 minutes.", "citations": [{"sentence": "A reset link is valid for 30 minutes.", "document": "password-reset"}, {"sentence": "Zebras gallop.", "document": "zoo"}]}""");
        var contract = new AnswerContract { Text = "answer", Citations = "citations" };

        var scores = await new CitationEvaluator(new LocalVerifier(), new AnswerReader(contract), Corpus).EvaluateAsync(Some.Sample(), Some.Trace(answer), default);

        Assert.That(scores.Single(s => s.Metric == "citation-precision").Value, Is.EqualTo(0.5));
        Assert.That(scores.Single(s => s.Metric == "citation-dangling").Value, Is.EqualTo(0.5));
        Assert.That((string?)scores[1].Detail![1]!["citations"]![0]!["resolution"], Is.EqualTo("not-in-corpus"));
    }

    [Test]
    public async Task The_detail_says_what_became_of_each_citation()
    {
        var scores = await Evaluate("A reset link is valid for 30 minutes [password-reset] [billing] [zoo].", [Passages[0]]);

        var sentence = scores[1].Detail![0]!;
        Assert.That((string?)sentence["sentence"], Is.EqualTo("A reset link is valid for 30 minutes."));
        Assert.That(sentence["citations"]!.AsArray().Select(c => $"{c!["document"]} {c["resolution"]}"), Is.EqualTo(new[] { "password-reset supported", "billing cited-not-retrieved", "zoo not-in-corpus" }));
    }

    [Test]
    public async Task The_detail_says_where_a_misattributed_sentence_stands()
    {
        var scores = await Evaluate("A reset link is valid for 30 minutes [billing].", Passages);

        Assert.That((string?)scores[1].Detail![0]!["elsewhere"], Is.EqualTo("password-reset"));
        Assert.That((string?)scores[1].Detail![0]!["citations"]![0]!["resolution"], Is.EqualTo("unsupported"));
        Assert.That(scores[3].Reason, Does.Contain("is in password-reset"));
    }

    [Test]
    public async Task An_abstention_needs_no_citation() => Assert.That((await Evaluate("I don't know.", Passages)).Select(s => s.Outcome), Is.All.EqualTo(Outcome.NotApplicable));

    [Test]
    public async Task A_failed_trace_fails() => Assert.That((await Evaluator().EvaluateAsync(Some.Sample(), Some.Trace(null), default)).Select(s => s.Outcome), Is.All.EqualTo(Outcome.Failed));

    private static async Task<double?[]> Values(string answer, Passage[]? passages) => [.. (await Evaluate(answer, passages)).Select(s => s.Value)];

    private static ValueTask<IReadOnlyList<Score>> Evaluate(string answer, Passage[]? passages) =>
        Evaluator().EvaluateAsync(Some.Sample(), Some.Trace(Some.Answer(answer) with { Passages = passages }), default);

    private static CitationEvaluator Evaluator() => new(new LocalVerifier(), new AnswerReader(new AnswerContract()), Corpus);
}

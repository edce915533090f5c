using EvalHarness.Datasets;
using EvalHarness.Evaluators.Retrieval;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators.Retrieval;

internal sealed class SpanEvaluatorTests
{
    private const string Text = "one two three four five six seven eight";

    private static readonly Corpus Corpus = new("now", "hash", [new Document("a", "", null, Text)]);

    private static readonly Sample Sample = Some.Sample() with { Evidence = [new GoldEvidence("a", "two three four five")] };

    [Test]
    public async Task The_evidence_and_nothing_else_is_best()
    {
        var scores = await Evaluate(Passage("two three"), Passage("four five"));

        Assert.That(scores, Is.EqualTo(new Dictionary<string, double?>
        {
            ["retrieval-token-recall@2"] = 1,
            ["retrieval-token-precision@2"] = 1,
            ["retrieval-token-iou@2"] = 1,
            ["retrieval-marginal-recall@2"] = 0.5,
            ["over-retrieval"] = 0,
        }));
    }

    [Test]
    public async Task A_word_that_two_passages_hold_is_paid_for_twice_and_found_once()
    {
        var scores = await Evaluate(Passage("two three four"), Passage("three four five"));

        Assert.That(scores["retrieval-token-recall@2"], Is.EqualTo(1));
        Assert.That(scores["retrieval-token-precision@2"], Is.EqualTo(1));
        Assert.That(scores["retrieval-marginal-recall@2"], Is.EqualTo(0.25));
    }

    [Test]
    public async Task Text_around_the_evidence_lowers_precision_and_not_recall()
    {
        var scores = await Evaluate(Passage(Text));

        Assert.That(scores["retrieval-token-recall@2"], Is.EqualTo(1));
        Assert.That(scores["retrieval-token-precision@2"], Is.EqualTo(0.5));
        Assert.That(scores["retrieval-token-iou@2"], Is.EqualTo(0.5));
        Assert.That(scores["over-retrieval"], Is.EqualTo(0.5));
    }

    [Test]
    public async Task Over_retrieval_looks_at_all_that_was_given_and_the_others_at_the_first_k()
    {
        var scores = await Evaluate(Passage("two three"), Passage("four"), Passage("six seven eight"));

        Assert.That(scores["retrieval-token-precision@2"], Is.EqualTo(1));
        Assert.That(scores["over-retrieval"], Is.EqualTo(0.5));
    }

    [Test]
    public async Task Text_from_elsewhere_was_given_in_vain()
    {
        var scores = await Evaluate(Passage("two three"), new Passage("x", "x", "", "four words of nothing", Span: null, 1));

        Assert.That(scores["over-retrieval"], Is.EqualTo(4 / 6.0));
        Assert.That(scores["retrieval-token-recall@2"], Is.EqualTo(0.5));
    }

    [Test]
    public async Task A_cut_word_counts() => Assert.That((await Evaluate(Passage("wo thre")))["retrieval-token-recall@2"], Is.EqualTo(0.5));

    [Test]
    public async Task Nothing_retrieved_finds_nothing_and_has_no_precision()
    {
        var scores = await Scores();

        Assert.That(scores.Single(s => s.Metric == "retrieval-token-recall@2").Value, Is.Zero);
        Assert.That(scores.Single(s => s.Metric == "retrieval-token-precision@2").Outcome, Is.EqualTo(Outcome.NotApplicable));
        Assert.That(scores.Single(s => s.Metric == "over-retrieval").Outcome, Is.EqualTo(Outcome.NotApplicable));
    }

    private static async Task<Dictionary<string, double?>> Evaluate(params Passage[] passages) =>
        (await Scores(passages)).ToDictionary(s => s.Metric, s => s.Value);

    private static ValueTask<IReadOnlyList<Score>> Scores(params Passage[] passages) =>
        new SpanEvaluator(2, Corpus).EvaluateAsync(Sample, Some.Trace(Some.Answer() with { Passages = passages }), CancellationToken.None);

    private static Passage Passage(string text)
    {
        var start = Text.IndexOf(text, StringComparison.Ordinal);
        return new Passage($"a#{start}", "a", "", text, new TextSpan(start, start + text.Length), 1);
    }
}

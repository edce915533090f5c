using EvalHarness.Datasets;
using EvalHarness.Evaluators.Retrieval;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators.Retrieval;

public sealed class RetrievalEvaluatorTests
{
    private static readonly Corpus Corpus = new("now", "hash", [new Document("a", "", null, "first fact. second fact. noise noise noise")]);

    private static readonly Sample Sample = Some.Sample() with { Evidence = [new GoldEvidence("a", "first fact"), new GoldEvidence("a", "second fact")] };

    private static readonly Passage First = Passage(0, 11);
    private static readonly Passage Second = Passage(12, 24);
    private static readonly Passage Noise = Passage(25, 42);

    [Test]
    public void K_is_in_the_names() => Assert.That(
        new RetrievalEvaluator(5, Corpus).Metrics.Select(m => m.Id),
        Is.EqualTo(new[] { "retrieval-hit@5", "retrieval-recall@5", "retrieval-precision@5", "retrieval-mrr", "retrieval-map", "retrieval-r-precision", "retrieval-bpref", "retrieval-ndcg@5" }));

    [Test]
    public async Task Everything_at_the_top_is_best() => Assert.That(await Values(First, Second), Is.All.EqualTo(1));

    [Test]
    public async Task What_stands_below_the_cut_counts_for_the_measures_of_the_whole_ranking_alone() =>
        Assert.That(await Values(Noise, Noise, First), Is.EqualTo(new double?[] { 0, 0, 0, 1.0 / 3, 1.0 / 6, 0, 0, 0 }));

    [Test]
    public async Task A_span_that_is_missed_lowers_recall_and_the_ideal_knows_it()
    {
        var values = (await Values(First, Noise)).ToList();

        Assert.That(values.Take(7), Is.EqualTo(new double?[] { 1, 0.5, 0.5, 1, 0.5, 0.5, 0.5 }));
        Assert.That(values[7], Is.EqualTo(1 / (1 + (1 / Math.Log2(3)))).Within(1e-12));
    }

    [Test]
    public async Task A_passage_over_both_spans_is_enough() => Assert.That(await Values(Passage(0, 24), Noise), Is.EqualTo(new double?[] { 1, 1, 0.5, 1, 1, 1, 1, 1 }));

    [Test]
    public async Task Nothing_found_is_zero() => Assert.That(await Values(), Is.All.EqualTo(0));

    [Test]
    public async Task It_is_not_applicable_where_nothing_is_to_be_retrieved()
    {
        Assert.That(await Outcomes(Sample with { Unanswerable = true }, Some.Answer()), Is.All.EqualTo(Outcome.NotApplicable));
        Assert.That(await Outcomes(Sample with { Evidence = [] }, Some.Answer()), Is.All.EqualTo(Outcome.NotApplicable));
        Assert.That(await Outcomes(Sample, Some.Answer()), Is.All.EqualTo(Outcome.NotApplicable));
    }

    [Test]
    public async Task A_quote_that_is_not_in_the_corpus_is_not_scored() =>
        Assert.That(await Outcomes(Sample with { Evidence = [new GoldEvidence("a", "gone")] }, Some.Answer() with { Passages = [First] }), Is.All.EqualTo(Outcome.NotScored));

    [Test]
    public async Task A_failed_trace_fails() => Assert.That(await Outcomes(Sample, null), Is.All.EqualTo(Outcome.Failed));

    [Test]
    public async Task The_detail_says_of_each_span_where_it_stood_and_whether_it_was_given()
    {
        Candidate[] candidates = [Candidate(Noise, 1, 1), Candidate(First, 5, 2), Candidate(Second, 2, 3)];

        var recall = (await Evaluate(Sample, Some.Answer() with { Passages = [Noise, First], Candidates = candidates }))[1];

        Assert.That(recall.Detail!.ToJsonString(), Is.EqualTo(
            """[{"document":"a","start":0,"end":10,"rank":2,"rank_before":5,"given":true},{"document":"a","start":12,"end":23,"rank":3,"rank_before":2,"given":false}]"""));
        Assert.That(SpanDetail.Read(recall.Detail), Is.EqualTo(EvidencePlace.BelowTheCut));
    }

    [Test]
    public async Task A_service_that_tells_no_candidates_missed_what_it_did_not_give()
    {
        Assert.That(await Place(First, Noise), Is.EqualTo(EvidencePlace.Missed));
        Assert.That(await Place(Noise, Second, First), Is.EqualTo(EvidencePlace.Given));
    }

    private static async Task<EvidencePlace?> Place(params Passage[] passages) => SpanDetail.Read((await Evaluate(Sample, Some.Answer() with { Passages = passages }))[1].Detail);

    private static Candidate Candidate(Passage passage, int before, int after) =>
        new(passage.Id, passage.Document, passage.Span, before, after, 1.0 / after, new Dictionary<string, double>(), [], Given: false);

    private static async Task<IEnumerable<double?>> Values(params Passage[] passages) =>
        (await Evaluate(Sample, Some.Answer() with { Passages = passages })).Select(s => s.Value);

    private static async Task<IEnumerable<Outcome>> Outcomes(Sample sample, Answer? answer) => (await Evaluate(sample, answer)).Select(s => s.Outcome);

    private static ValueTask<IReadOnlyList<Score>> Evaluate(Sample sample, Answer? answer) => new RetrievalEvaluator(2, Corpus).EvaluateAsync(sample, Some.Trace(answer), default);

    private static Passage Passage(int start, int end) => new($"a#{start}", "a", "", "", new TextSpan(start, end), 1);
}

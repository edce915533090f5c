using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Retrieval;

/// <summary>Whether retrieval found the gold evidence, and how far up.</summary>
/// <remarks>
/// Units: yes/no for hit, ratios in [0, 1] else; higher is better. Gold is a span of a document, never a chunk: a passage is relevant when it overlaps one, so chunking can change without re-labelling.
/// Recall is the share of spans covered; precision divides by k however few were retrieved; MRR, MAP, R-precision and bpref look at the whole ranking.
/// Relevant are the candidates that overlap a span, and one imagined passage for each span that none covers; every other candidate counts as judged and found irrelevant.
/// Source: measures and ties as in trec_eval.
/// </remarks>
public sealed class RetrievalEvaluator(int k, Corpus corpus) : IEvaluator
{
    private readonly Metric hit = new($"retrieval-hit@{k}", Unit.YesNo, Direction.Higher, "1");
    private readonly Metric recall = new($"retrieval-recall@{k}", Unit.Ratio, Direction.Higher, "1");
    private readonly Metric precision = new($"retrieval-precision@{k}", Unit.Ratio, Direction.Higher, "1");
    private readonly Metric reciprocal = new("retrieval-mrr", Unit.Ratio, Direction.Higher, "1");
    private readonly Metric average = new("retrieval-map", Unit.Ratio, Direction.Higher, "1");
    private readonly Metric rPrecision = new("retrieval-r-precision", Unit.Ratio, Direction.Higher, "1");
    private readonly Metric bpref = new("retrieval-bpref", Unit.Ratio, Direction.Higher, "1");
    private readonly Metric ndcg = new($"retrieval-ndcg@{k}", Unit.Ratio, Direction.Higher, "1");

    public string Definition => $"retrieval/3 k={k} corpus={corpus.Hash}";

    public IReadOnlyList<Metric> Metrics => [hit, recall, precision, reciprocal, average, rPrecision, bpref, ndcg];

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) => ValueTask.FromResult(Evaluate(sample, trace));

    private IReadOnlyList<Score> Evaluate(Sample sample, Trace trace)
    {
        var question = RetrievalQuestion.Of(sample, trace, corpus);
        return question.Ranking is { } ranking ? Measure(question.Gold, ranking, Ranking.Given(trace.Answer!, corpus)) : question.Without(Metrics);
    }

    private IReadOnlyList<Score> Measure(IReadOnlyList<GoldSpan> gold, IReadOnlyList<Ranked> ranking, IReadOnlyList<Ranked> given)
    {
        var judged = Judged(gold, ranking);
        var covered = gold.Count(span => ranking.Take(k).Any(span.IsIn));
        var where = judged.FirstRank is { } first ? $"first relevant passage at rank {first}" : "no passage overlaps the gold evidence";
        return
        [
            hit.Scored(judged.Hit(k), where),
            recall.Ratio(covered, gold.Count, "", SpanDetail.Of(gold, ranking, given)),
            precision.Scored(judged.Precision(k), $"{judged.Found(k)} of {k}"),
            reciprocal.Scored(judged.ReciprocalRank, where),
            average.Scored(judged.AveragePrecision(), where),
            rPrecision.Scored(judged.RPrecision, where),
            bpref.Scored(judged.Bpref, where),
            ndcg.Scored(judged.Ndcg(k), where),
        ];
    }

    private static JudgedRanking Judged(IReadOnlyList<GoldSpan> gold, IReadOnlyList<Ranked> ranking)
    {
        List<double?> gains = [.. ranking.Select(passage => gold.Any(span => span.IsIn(passage)) ? 1.0 : 0.0)];
        var missed = gold.Where(span => !ranking.Any(span.IsIn)).Select(_ => 1.0);
        return new JudgedRanking(gains, [.. gains.OfType<double>(), .. missed]);
    }
}

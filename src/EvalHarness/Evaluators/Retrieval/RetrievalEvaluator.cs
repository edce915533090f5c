using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Retrieval;

/// <summary>Whether retrieval found the gold evidence, and how far up.</summary>
/// <remarks>
/// Units: yes/no for hit, ratios in [0, 1] else; higher is better. Gold is a span of a document, never a chunk: a passage is relevant when it overlaps one, so chunking can change without re-labelling.
/// Recall is the share of spans covered; precision divides by k however few were retrieved; MRR looks at the whole ranking;
/// the ideal of nDCG ranks every relevant candidate first, and one imagined passage for each span that none covers.
/// Source: measures and ties as in trec_eval.
/// </remarks>
public sealed class RetrievalEvaluator(int k, Corpus corpus) : IEvaluator
{
    private readonly Metric hit = new($"retrieval-hit@{k}", Unit.YesNo, Direction.Higher, "1");
    private readonly Metric recall = new($"retrieval-recall@{k}", Unit.Ratio, Direction.Higher, "1");
    private readonly Metric precision = new($"retrieval-precision@{k}", Unit.Ratio, Direction.Higher, "1");
    private readonly Metric reciprocal = new("retrieval-mrr", Unit.Ratio, Direction.Higher, "1");
    private readonly Metric ndcg = new($"retrieval-ndcg@{k}", Unit.Ratio, Direction.Higher, "1");

    public string Definition => $"retrieval/1 k={k} corpus={corpus.Hash}";

    public IReadOnlyList<Metric> Metrics => [hit, recall, precision, reciprocal, ndcg];

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) => ValueTask.FromResult(Evaluate(sample, trace));

    private IReadOnlyList<Score> Evaluate(Sample sample, Trace trace)
    {
        if (sample.Unanswerable)
            return Metrics.NotApplicable("the question has no answer");
        if (sample.Evidence.Count == 0)
            return Metrics.NotApplicable("the sample names no evidence");
        if (trace.Answer is not { } answer)
            return Metrics.Failed(trace.Failure());
        if (Ranking.Of(answer, corpus) is not { } ranking)
            return Metrics.NotApplicable("the pipeline does not retrieve");

        var gold = sample.Evidence.Select(evidence => GoldSpan.Find(evidence, corpus)).OfType<GoldSpan>().ToList();
        return gold.Count == sample.Evidence.Count
            ? Measure(gold, ranking)
            : Metrics.NotScored($"{sample.Evidence.Count - gold.Count} gold quotes are not in corpus '{corpus.Name}'");
    }

    private IReadOnlyList<Score> Measure(List<GoldSpan> gold, IReadOnlyList<Ranked> ranking)
    {
        var relevant = ranking.Select(passage => gold.Exists(span => span.IsIn(passage))).ToList();
        var covered = gold.Count(span => ranking.Take(k).Any(span.IsIn));
        var first = relevant.IndexOf(true) + 1;
        var found = relevant.Take(k).Count(r => r);
        var where = first == 0 ? "no passage overlaps the gold evidence" : $"first relevant passage at rank {first}";
        return
        [
            hit.Scored(found > 0, where),
            recall.Ratio(covered, gold.Count, "", Ranks(gold, ranking)),
            precision.Scored((double)found / k, $"{found} of {k}"),
            reciprocal.Scored(first == 0 ? 0 : 1.0 / first, where),
            ndcg.Scored(Ndcg.At(k, relevant.Select(Gain), Ideal(gold, ranking, relevant)), where),
        ];
    }

    private static IEnumerable<double> Ideal(List<GoldSpan> gold, IReadOnlyList<Ranked> ranking, List<bool> relevant) =>
        [.. relevant.Where(r => r).Select(Gain), .. gold.Where(span => !ranking.Any(span.IsIn)).Select(_ => 1.0)];

    private static double Gain(bool isRelevant) => isRelevant ? 1 : 0;

    /// <summary>For each gold span the first rank that covers it.</summary>
    private static JsonArray Ranks(List<GoldSpan> gold, IReadOnlyList<Ranked> ranking) => new([.. gold.Select(span => (JsonNode)new JsonObject
    {
        ["document"] = span.Document,
        ["start"] = span.Span.Start,
        ["end"] = span.Span.End,
        ["rank"] = Enumerable.Range(0, ranking.Count).Where(i => span.IsIn(ranking[i])).Select(i => (int?)(i + 1)).FirstOrDefault(),
    })]);
}

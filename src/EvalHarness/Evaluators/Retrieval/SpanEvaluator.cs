using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Retrieval;

/// <summary>How much of the retrieved text is gold evidence, and how much of the gold evidence is in the retrieved text: what chunk size and overlap change.</summary>
/// <remarks>
/// Units: ratios in [0, 1], counted in words; higher is better but for over-retrieval. A word that two passages hold is counted twice as retrieved, since it is paid for twice, and once as found.
/// The marginal recall is what the k-th passage adds to recall: near zero says that fewer passages would do. Over-retrieval looks at all that was given to the model, the others at the first k.
/// Source: token recall, precision and IoU, Smith and Troynikov 2024, Evaluating Chunking Strategies for Retrieval (Chroma).
/// </remarks>
public sealed class SpanEvaluator(int k, Corpus corpus) : IEvaluator
{
    private readonly Metric recall = new($"retrieval-token-recall@{k}", Unit.Ratio, Direction.Higher, "1");
    private readonly Metric precision = new($"retrieval-token-precision@{k}", Unit.Ratio, Direction.Higher, "1");
    private readonly Metric iou = new($"retrieval-token-iou@{k}", Unit.Ratio, Direction.Higher, "1");
    private readonly Metric marginal = new($"retrieval-marginal-recall@{k}", Unit.Ratio, Direction.Higher, "1");
    private readonly Metric over = new("over-retrieval", Unit.Ratio, Direction.Lower, "1");
    private readonly DocumentWords words = new(corpus);

    public string Definition => $"retrieval-spans/1 k={k} corpus={corpus.Hash}";

    public IReadOnlyList<Metric> Metrics => [recall, precision, iou, marginal, over];

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) => ValueTask.FromResult(Evaluate(sample, trace));

    private IReadOnlyList<Score> Evaluate(Sample sample, Trace trace)
    {
        var question = RetrievalQuestion.Of(sample, trace, corpus);
        if (question.Ranking is not { } ranking)
            return question.Without(Metrics);
        if (ranking.Count(r => r is { Span: null, Text: null }) is > 0 and var unknown)
            return Metrics.NotScored($"neither place nor text of {unknown} passages is known");
        var gold = question.Gold.SelectMany(g => words.In(g.Document, g.Span)).ToHashSet();
        var given = Ranking.OfPassages(trace.Answer!, corpus);
        return [.. First(gold, ranking), given is null ? over.NotApplicable("the model was given no passages") : OverRetrieval(gold, new RetrievedWords(given, gold, words))];
    }

    private IEnumerable<Score> First(HashSet<(string, int)> gold, IReadOnlyList<Ranked> ranking)
    {
        var first = new RetrievedWords(ranking.Take(k), gold, words);
        var before = new RetrievedWords(ranking.Take(k - 1), gold, words);
        var why = $"{first.Found} of {gold.Count} gold words in {first.Count} retrieved";
        yield return recall.Ratio(first.Found, gold.Count, why);
        yield return first.Count == 0 ? precision.NotApplicable("nothing was retrieved") : precision.Ratio(first.Hits, first.Count, why);
        yield return iou.Ratio(first.Found, gold.Count + first.Count - first.Hits, why);
        yield return marginal.Ratio(first.Found - before.Found, gold.Count, ranking.Count < k ? $"only {ranking.Count} were retrieved" : $"{first.Found - before.Found} of {gold.Count} gold words are in the last of {k} passages alone");
    }

    private Score OverRetrieval(HashSet<(string, int)> gold, RetrievedWords given) => given.Count == 0
        ? over.NotApplicable("the model was given no passages")
        : over.Ratio(given.Count - given.Hits, given.Count, $"{given.Count - given.Hits} of {given.Count} words given lie outside the {gold.Count} gold words");
}

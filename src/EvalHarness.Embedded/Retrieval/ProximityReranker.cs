namespace EvalHarness.Embedded.Retrieval;

/// <summary>Orders hits anew by what a keyword score does not see: how much of the question a passage covers, and how close together its words stand.</summary>
/// <remarks>Unit: a weighted mean of shares, in [0, 1]. Coverage and proximity weigh terms by their idf in the index.</remarks>
internal sealed class ProximityReranker
{
    // Pairs of question terms further apart than this, in terms, do not count as close.
    private const int Window = 8;

    private readonly Dictionary<string, double> weights;
    private readonly double total;
    private readonly IReadOnlyList<(string First, string Second)> pairs;

    public ProximityReranker(IReadOnlyList<string> question, Func<string, double> idf)
    {
        weights = question.Distinct(StringComparer.Ordinal).ToDictionary(t => t, idf, StringComparer.Ordinal);
        total = weights.Values.Sum();
        pairs = [.. question.Zip(question.Skip(1)).Where(p => p.First != p.Second).Distinct()];
    }

    public RerankScore Score(KeywordHit hit, double bestKeywordScore)
    {
        var places = Places(hit.Terms);
        var title = hit.TitleTerms.Where(weights.ContainsKey).ToHashSet(StringComparer.Ordinal);
        return new RerankScore(
            Keyword: hit.Score / bestKeywordScore,
            Coverage: places.Keys.Union(title, StringComparer.Ordinal).Sum(t => weights[t]) / total,
            Proximity: Proximity(places),
            Title: title.Sum(t => weights[t]) / total);
    }

    // Terms that follow each other in the question and stand near each other in the passage, the nearer the better.
    private double Proximity(Dictionary<string, List<int>> places)
    {
        var (close, all) = (0.0, 0.0);
        foreach (var (first, second) in pairs)
        {
            var weight = weights[first] + weights[second];
            all += weight;
            if (places.TryGetValue(first, out var some) && places.TryGetValue(second, out var others))
                close += weight * Closeness(some, others);
        }

        return all > 0 ? close / all : 0;
    }

    private static double Closeness(List<int> some, List<int> others)
    {
        var nearest = some.Min(a => others.Min(b => Math.Abs(a - b)));
        return nearest <= Window ? 1.0 / nearest : 0;
    }

    private Dictionary<string, List<int>> Places(IReadOnlyList<string> terms)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (place, term) in terms.Index().Where(t => weights.ContainsKey(t.Item)))
            if (places.TryGetValue(term, out var list))
                list.Add(place);
            else
                places[term] = [place];
        return places;
    }
}

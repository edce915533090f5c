using EvalHarness.Pipelines.Retrieval.Rerank;

namespace EvalHarness.Embedded.Retrieval;

/// <summary>A question as passages are measured against it: its terms and neighbouring terms, weighed by their idf in the index.</summary>
internal sealed class ProximityQuery
{
    // Pairs of question terms further apart than this, in terms, do not count as close.
    private const int Window = 8;

    private readonly Dictionary<string, double> weights;
    private readonly double total;
    private readonly IReadOnlyList<(string First, string Second)> pairs;

    public ProximityQuery(IReadOnlyList<string> question, Func<string, double> idf)
    {
        weights = question.Distinct(StringComparer.Ordinal).ToDictionary(t => t, idf, StringComparer.Ordinal);
        total = weights.Values.Sum();
        pairs = [.. question.Zip(question.Skip(1)).Where(p => p.First != p.Second).Distinct()];
    }

    /// <param name="search">The search's score, as a share of the best one.</param>
    public RerankScore Score(IReadOnlyList<string> terms, IReadOnlyList<string> titleTerms, double search)
    {
        var places = Places(terms);
        var inTitle = titleTerms.Where(weights.ContainsKey).ToHashSet(StringComparer.Ordinal);
        var coverage = Share(places.Keys.Union(inTitle, StringComparer.Ordinal));
        var (proximity, title) = (Proximity(places), Share(inTitle));
        return new RerankScore(
            (0.5 * search) + (0.25 * coverage) + (0.15 * proximity) + (0.1 * title),
            new Dictionary<string, double>(StringComparer.Ordinal) { ["search"] = search, ["coverage"] = coverage, ["proximity"] = proximity, ["title"] = title });
    }

    // Of a question without a term that counts, a passage covers nothing.
    private double Share(IEnumerable<string> covered) => total > 0 ? covered.Sum(t => weights[t]) / total : 0;

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

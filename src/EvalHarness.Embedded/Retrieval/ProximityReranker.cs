namespace EvalHarness.Embedded.Retrieval;

/// <summary>Orders hits anew by what a keyword score does not see: how much of the question a passage covers, and how close together its words stand.</summary>
/// <remarks>Unit: a weighted mean of shares, in [0, 1]. Coverage and proximity weigh terms by their idf in the index.</remarks>
internal sealed class ProximityReranker(KeywordIndex index)
{
    // Pairs of question terms further apart than this, in terms, do not count as close.
    private const int Window = 8;

    public RerankScore Score(IReadOnlyCollection<string> question, KeywordHit hit, double bestKeywordScore)
    {
        var weights = question.Distinct(StringComparer.Ordinal).ToDictionary(t => t, Idf, StringComparer.Ordinal);
        var total = weights.Values.Sum();
        var body = hit.Terms.ToHashSet(StringComparer.Ordinal);
        var title = hit.TitleTerms.ToHashSet(StringComparer.Ordinal);
        return new RerankScore(
            Keyword: hit.Score / bestKeywordScore,
            Coverage: weights.Where(w => body.Contains(w.Key) || title.Contains(w.Key)).Sum(w => w.Value) / total,
            Proximity: Proximity([.. question], hit.Terms, weights),
            Title: weights.Where(w => title.Contains(w.Key)).Sum(w => w.Value) / total);
    }

    // Terms that follow each other in the question and stand near each other in the passage, the nearer the better.
    private static double Proximity(IReadOnlyList<string> question, IReadOnlyList<string> passage, Dictionary<string, double> weights)
    {
        var places = passage.Select((Term, Place) => (Term, Place)).ToLookup(p => p.Term, p => p.Place, StringComparer.Ordinal);
        var (close, all) = (0.0, 0.0);
        foreach (var (first, second) in question.Zip(question.Skip(1)).Where(p => p.First != p.Second))
        {
            var weight = weights[first] + weights[second];
            all += weight;
            var distances = places[first].SelectMany(_ => places[second], (a, b) => Math.Abs(a - b)).Where(d => d <= Window);
            close += weight * distances.Select(d => 1.0 / d).DefaultIfEmpty(0).Max();
        }

        return all > 0 ? close / all : 0;
    }

    private double Idf(string term)
    {
        var frequency = index.Frequency(term);
        return Math.Log(1 + ((index.Count - frequency + 0.5) / (frequency + 0.5)));
    }
}

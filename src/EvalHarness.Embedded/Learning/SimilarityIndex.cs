namespace EvalHarness.Embedded.Learning;

/// <summary>Tf-idf cosine between a query and each of a list of texts.</summary>
internal sealed class SimilarityIndex
{
    private readonly Dictionary<string, List<(int Text, double Weight)>> postings = new(StringComparer.Ordinal);
    private readonly int count;

    public SimilarityIndex(IReadOnlyList<IReadOnlyList<string>> texts)
    {
        count = texts.Count;
        foreach (var term in texts.SelectMany(t => t.Distinct(StringComparer.Ordinal)))
            Frequencies[term] = Frequencies.GetValueOrDefault(term) + 1;
        for (var i = 0; i < texts.Count; i++)
            foreach (var (term, weight) in Vector(texts[i]))
                Postings(term).Add((i, weight));
    }

    private Dictionary<string, int> Frequencies { get; } = new(StringComparer.Ordinal);

    public double Idf(string term) => Math.Log((count + 1.0) / (Frequencies.GetValueOrDefault(term) + 0.5));

    /// <summary>One cosine for each text, in [0, 1].</summary>
    public double[] Cosines(IReadOnlyList<string> query)
    {
        var cosines = new double[count];
        foreach (var (term, weight) in Vector(query))
            foreach (var (text, other) in postings.GetValueOrDefault(term) ?? [])
                cosines[text] += weight * other;
        return cosines;
    }

    private Dictionary<string, double> Vector(IReadOnlyList<string> terms)
    {
        var vector = terms.CountBy(t => t, StringComparer.Ordinal).ToDictionary(t => t.Key, t => (1 + Math.Log(t.Value)) * Idf(t.Key), StringComparer.Ordinal);
        var length = Math.Sqrt(vector.Values.Sum(w => w * w));
        return vector.ToDictionary(w => w.Key, w => length > 0 ? w.Value / length : 0, StringComparer.Ordinal);
    }

    private List<(int Text, double Weight)> Postings(string term)
    {
        if (!postings.TryGetValue(term, out var list))
            postings[term] = list = [];
        return list;
    }
}

using EvalHarness.Embedded.Text;

namespace EvalHarness.Embedded.Retrieval.Embeddings;

/// <summary>Which terms a corpus has, and how rare each is: texts as tf-idf vectors of length 1.</summary>
/// <param name="Terms">In ordinal order.</param>
/// <param name="Idf">Of each term.</param>
internal sealed record TermWeights(IReadOnlyList<string> Terms, float[] Idf)
{
    private readonly Dictionary<string, int> places = Terms.Index().ToDictionary(t => t.Item, t => t.Index, StringComparer.Ordinal);

    public static TermWeights Of(IReadOnlyList<IReadOnlyList<string>> texts)
    {
        var counts = texts.SelectMany(t => t.Distinct(StringComparer.Ordinal)).CountBy(t => t, StringComparer.Ordinal).OrderBy(c => c.Key, StringComparer.Ordinal).ToList();
        return new TermWeights([.. counts.Select(c => c.Key)], [.. counts.Select(c => (float)Math.Log(1 + (texts.Count / (double)c.Value)))]);
    }

    public SparseVector Weigh(string text) => Weigh(EnglishTerms.Of(text));

    /// <summary>Empty when the corpus has none of the terms.</summary>
    public SparseVector Weigh(IReadOnlyList<string> terms)
    {
        (int Place, double Value)[] entries =
        [
            .. terms.Where(places.ContainsKey)
                .CountBy(t => places[t])
                .OrderBy(c => c.Key)
                .Select(c => (c.Key, (1 + Math.Log(c.Value)) * Idf[c.Key])),
        ];
        var norm = Math.Sqrt(entries.Sum(e => e.Value * e.Value));
        return new SparseVector([.. entries.Select(e => (e.Place, e.Value / norm))]);
    }
}

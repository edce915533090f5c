using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Ranks texts for a query by BM25 over stems; a text's title counts as part of it.</summary>
/// <remarks>Source: Robertson and Zaragoza 2009, with k1 = 1.2 and b = 0.75.</remarks>
internal sealed class ParagraphIndex
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    private readonly Dictionary<string, List<(int Text, int Count)>> postings = new(StringComparer.Ordinal);
    private readonly int[] lengths;
    private readonly double meanLength;

    public ParagraphIndex(IReadOnlyList<EvidenceText> texts)
    {
        lengths = new int[texts.Count];
        for (var text = 0; text < texts.Count; text++)
            lengths[text] = Add(text, Stems($"{texts[text].Title} {texts[text].Text}"));
        meanLength = lengths.Length == 0 ? 1 : lengths.Average();
    }

    /// <summary>Places of the best texts, best first, ties in their order; fewer when fewer share a word with the query.</summary>
    public IReadOnlyList<int> Search(string query, int count)
    {
        var scores = new Dictionary<int, double>();
        foreach (var stem in Stems(query).Distinct(StringComparer.Ordinal))
        {
            foreach (var (text, times) in postings.GetValueOrDefault(stem) ?? [])
                scores[text] = scores.GetValueOrDefault(text) + Part(stem, text, times);
        }

        return [.. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(count).Select(s => s.Key)];
    }

    private double Part(string stem, int text, int times)
    {
        var containing = postings[stem].Count;
        var rarity = Math.Log(1 + ((lengths.Length - containing + 0.5) / (containing + 0.5)));
        return rarity * times * (K1 + 1) / (times + (K1 * (1 - B + (B * lengths[text] / meanLength))));
    }

    private int Add(int text, List<string> stems)
    {
        foreach (var (stem, count) in stems.CountBy(s => s, StringComparer.Ordinal))
        {
            if (!postings.TryGetValue(stem, out var list))
                postings[stem] = list = [];
            list.Add((text, count));
        }

        return stems.Count;
    }

    private static List<string> Stems(string text) => [.. WordReader.Read(text).Where(w => w.IsContent).Select(w => w.Stem)];
}

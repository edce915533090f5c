using EvalHarness.TrainingData.Texts;

namespace EvalHarness.TrainingData.Leaks;

/// <summary>Finds which of many short texts are contained in a longer one, by their word sequences.</summary>
internal sealed class GramIndex
{
    private readonly Dictionary<ulong, List<int>> holders = [];
    private readonly Dictionary<int, int> sizes = [];

    public void Add(string plain, int item)
    {
        var grams = WordGrams.Of(plain).ToHashSet();
        if (grams.Count == 0)
            return;
        sizes[item] = grams.Count;
        foreach (var gram in grams)
        {
            if (!holders.TryGetValue(gram, out var items))
                holders[gram] = items = new List<int>(1);
            items.Add(item);
        }
    }

    /// <summary>The texts of which at least this share of the sequences stands in the passages together.</summary>
    public IEnumerable<(int Item, double Share)> Find(IEnumerable<string> passages, double least)
    {
        HashSet<ulong> seen = [];
        Dictionary<int, int> hits = [];
        foreach (var gram in passages.SelectMany(p => WordGrams.Of(PlainText.Of(p))))
        {
            if (!holders.TryGetValue(gram, out var items) || !seen.Add(gram))
                continue;
            foreach (var item in items)
                hits[item] = hits.GetValueOrDefault(item) + 1;
        }

        return hits.Select(h => (h.Key, (double)h.Value / sizes[h.Key])).Where(h => h.Item2 >= least);
    }
}

using EvalHarness.Diagnosis;

namespace EvalHarness.Comparisons;

/// <summary>The counts of many clusters: clusters that are alike share them, so that a cluster costs four bytes.</summary>
internal sealed class ClusterKinds
{
    private readonly List<int> kindOf = [];
    private readonly List<FieldConfusion> kinds = [new()];
    private readonly Dictionary<string, int> byContent = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Kind, string Expected, string Given), int> next = [];

    /// <summary>Every kind with the number of clusters that are of it.</summary>
    public IEnumerable<(FieldConfusion Kind, int Clusters)> All => kindOf.Where(k => k > 0).CountBy(k => k).OrderBy(k => k.Key).Select(k => (kinds[k.Key], k.Value));

    public void Add(int cluster, string expected, string given)
    {
        while (kindOf.Count <= cluster)
            kindOf.Add(0);
        var step = (kindOf[cluster], expected, given);
        if (!next.TryGetValue(step, out var kind))
            next[step] = kind = Find(With(kinds[kindOf[cluster]], expected, given));
        kindOf[cluster] = kind;
    }

    private static FieldConfusion With(FieldConfusion kind, string expected, string given)
    {
        FieldConfusion grown = new();
        grown.Add(kind, 1);
        grown.Add(expected, given);
        return grown;
    }

    private int Find(FieldConfusion kind)
    {
        var content = string.Join('\n', kind.Cells);
        if (byContent.TryGetValue(content, out var known))
            return known;
        kinds.Add(kind);
        return byContent[content] = kinds.Count - 1;
    }
}

namespace EvalHarness.Reports.Html.Rows;

/// <summary>Every list of a block once: pipelines that search alike have the same candidates, that read alike the same reply, and rows that fare alike the same outcomes and reasons.</summary>
public sealed class SharedTable
{
    private readonly List<string> lists = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <summary>About what the lists take in the page.</summary>
    public long Bytes { get; private set; }

    /// <summary>The list's place.</summary>
    public int Place<T>(T list)
    {
        var json = PageJson.Write(list);
        if (places.TryGetValue(json, out var place))
            return place;

        lists.Add(json);
        Bytes += json.Length + 2;
        return places[json] = lists.Count - 1;
    }

    public string ToJson() => $"[{string.Join(",\n", lists)}]";
}

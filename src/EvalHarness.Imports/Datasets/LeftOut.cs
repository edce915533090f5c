namespace EvalHarness.Imports.Datasets;

/// <summary>What cannot be carried over: counted by kind, with the first few places.</summary>
public sealed class LeftOut
{
    private const int MaxExamples = 3;

    private readonly Dictionary<string, (int Count, List<string> Examples)> kinds = new(StringComparer.Ordinal);

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<LeftOutKind> Kinds => [.. kinds
        .Select(k => new LeftOutKind(k.Key, k.Value.Count, k.Value.Examples))
        .OrderByDescending(k => k.Count).ThenBy(k => k.What, StringComparer.Ordinal)];

    /// <param name="what">What it is and, in brackets, what to do about it.</param>
    /// <param name="example">Where one stands.</param>
    public void Add(string what, string example)
    {
        var (count, examples) = kinds.GetValueOrDefault(what, (0, []));
        if (examples.Count < MaxExamples)
            examples.Add(example);
        kinds[what] = (count + 1, examples);
    }
}

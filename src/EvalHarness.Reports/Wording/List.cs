namespace EvalHarness.Reports.Wording;

/// <summary>Names in a sentence.</summary>
public static class List
{
    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string Of(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
}

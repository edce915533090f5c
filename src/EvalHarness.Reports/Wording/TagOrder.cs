namespace EvalHarness.Reports.Wording;

/// <summary>The order in which the values of a tag are read.</summary>
internal static class TagOrder
{
    // Values whose order is not that of their letters.
    private static readonly string[] Ordered = ["stable", "slow", "fast", "short", "medium", "long"];

    /// <summary>Each once.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> values) =>
        values.Distinct(StringComparer.Ordinal).OrderBy(v => Array.IndexOf(Ordered, v)).ThenBy(v => v, StringComparer.Ordinal);
}

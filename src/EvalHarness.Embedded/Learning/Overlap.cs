namespace EvalHarness.Embedded.Learning;

/// <summary>How alike two texts are, by their terms.</summary>
internal static class Overlap
{
    /// <summary>The harmonic mean of the two shares of common terms, in [0, 1]; terms count once.</summary>
    public static double F1(IReadOnlySet<string> a, IReadOnlySet<string> b) =>
        a.Count + b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);

    /// <summary>Every number of the first stands in the second.</summary>
    public static bool HasNumbersOf(IReadOnlySet<string> a, IReadOnlySet<string> b) => a.Where(t => char.IsDigit(t[0])).All(b.Contains);
}

using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>Rows without a value, in words.</summary>
public static class CountWords
{
    /// <summary>"3 failed, 1 not scored": they count against the pipeline; nothing when there are none.</summary>
    public static string? Missing(OutcomeCounts counts)
    {
        string[] parts =
        [
            .. counts.Failed > 0 ? [$"{Figure.Count(counts.Failed)} failed"] : Array.Empty<string>(),
            .. counts.NotScored > 0 ? [$"{Figure.Count(counts.NotScored)} not scored"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? null : string.Join(", ", parts);
    }
}

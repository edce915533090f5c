namespace EvalHarness.Diagnosis;

/// <summary>How often one value of a field was expected, given, and both at once.</summary>
public sealed record FieldClass(string Value, int Expected, int Given, int Right)
{
    /// <summary>Of the rows that give the value, the share that should; absent when none does.</summary>
    public double? Precision => Given == 0 ? null : (double)Right / Given;

    /// <summary>Of the rows that should give the value, the share that does; absent when none should.</summary>
    public double? Recall => Expected == 0 ? null : (double)Right / Expected;

    /// <summary>Their harmonic mean: 2 · right / (expected + given); absent when the value never occurs.</summary>
    public double? F1 => Expected + Given == 0 ? null : 2.0 * Right / (Expected + Given);
}

namespace EvalHarness.Calibration.Labelling;

/// <summary>What one rater handed in.</summary>
/// <param name="Rater">The name given in the file, or the file's own.</param>
/// <param name="Export">Which key the labels belong to; absent where the file does not say.</param>
public sealed record RaterFile(string File, string Rater, string? Export, IReadOnlyList<RaterLabel> Labels)
{
    /// <summary>A sheet that was exported and not filled.</summary>
    public bool IsBlank => Labels.All(l => l.Label.Length == 0);
}

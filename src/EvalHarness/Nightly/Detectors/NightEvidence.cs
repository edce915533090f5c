namespace EvalHarness.Nightly.Detectors;

/// <summary>What one night says of one guardrail.</summary>
/// <param name="E">Evidence from answers drawn anew; absent when there was none.</param>
/// <param name="ChangeP">Of the test of a change; absent when nothing was to be judged.</param>
public sealed record NightEvidence(double? E, double? ChangeP)
{
    /// <param name="hasChanged">Whether answers that used to be the same bytes are others tonight.</param>
    public static NightEvidence Of(ReadOnlySpan<PairedRow> rows, double margin, bool hasChanged) =>
        new(MarginEvidence.Of(rows, margin), hasChanged ? ChangeTest.P(rows, margin) : null);
}

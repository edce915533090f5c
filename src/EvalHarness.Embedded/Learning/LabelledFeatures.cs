namespace EvalHarness.Embedded.Learning;

/// <summary>A row for a logistic model, as ML.NET reads it.</summary>
internal sealed class LabelledFeatures
{
    public required float[] Features { get; init; }

    public required bool Label { get; init; }
}

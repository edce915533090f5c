namespace EvalHarness.Training;

/// <summary>An answer scored by a model that has not seen its group.</summary>
/// <param name="Threshold">Chosen without it too.</param>
internal sealed record Held(LabelledAnswer Answer, double Score, double Threshold)
{
    public bool IsSupported => Score >= Threshold;
}

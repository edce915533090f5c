namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>Features that belong together: one aspect of a close reading.</summary>
internal interface IFeatureFamily
{
    IReadOnlyList<Feature> Features { get; }

    /// <summary>Fills one value per feature, in their order; every value is finite.</summary>
    void Read(ClaimReading reading, Span<double> values);
}

namespace EvalHarness.Statistics;

/// <summary>What two raters' categories are worth when they are not the same.</summary>
public enum KappaWeights
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>1 less the categories between them, as a share of all steps.</summary>
    Linear,

    /// <summary>1 less the square of that share: near misses cost little.</summary>
    Quadratic,
}

namespace EvalHarness.Statistics;

/// <summary>Why paired differences vary: between samples, and within a sample over its repeats.</summary>
/// <param name="Between">ω², of the differences of the samples' true means.</param>
/// <param name="WithinA">σ²_A of one repeat.</param>
/// <param name="WithinB">σ²_B of one repeat.</param>
public sealed record PairedVariance(double Between, double WithinA = 0, int RepeatsA = 1, double WithinB = 0, int RepeatsB = 1)
{
    /// <summary>Of one sample's difference.</summary>
    public double PerSample => Between + (WithinA / RepeatsA) + (WithinB / RepeatsB);

    /// <summary>Of differences already seen; clusters and repeats are in their standard error.</summary>
    public static PairedVariance Of(ClusteredValues differences) => new(differences.N * differences.StandardError * differences.StandardError);
}

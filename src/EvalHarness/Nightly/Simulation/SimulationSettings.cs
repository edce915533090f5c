using System.ComponentModel.DataAnnotations;

namespace EvalHarness.Nightly.Simulation;

/// <summary>A user's own nights, to be tried out beforehand.</summary>
public sealed record SimulationSettings
{
    /// <summary>Samples asked each night.</summary>
    [Range(20, 100_000)]
    public int Rows { get; init; } = 200;

    /// <summary>The share of rows that either side answers right every other time, by chance, each night anew.</summary>
    [Range(0, 1)]
    public double Noise { get; init; } = 0.1;

    /// <summary>What the gate permits, as a share. The default is twice the permitted 1-point drop that the watch must stay quiet about.</summary>
    [Range(0, 0.5)]
    public double Margin { get; init; } = 0.02;

    [Range(20, 1000)]
    public int Nights { get; init; } = 90;

    [Range(10, 100_000)]
    public int Histories { get; init; } = 400;

    /// <summary>What is to be found, as a share.</summary>
    [Range(0, 1)]
    public double Drop { get; init; } = 0.06;

    /// <summary>Rows of one source document: they are right and wrong together.</summary>
    [Range(1, 1000)]
    public int ClusterSize { get; init; } = 1;

    /// <summary>Of a false alarm within <see cref="Nights"/>.</summary>
    [Range(0.001, 0.5)]
    public double Chance { get; init; } = 0.05;

    public int Seed { get; init; } = 1;
}

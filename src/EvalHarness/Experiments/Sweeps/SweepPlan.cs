namespace EvalHarness.Experiments.Sweeps;

/// <summary>What is varied, before it is known whether it can be: a sweep file, the command line, or both.</summary>
public sealed record SweepPlan
{
    /// <summary>The pipeline that is varied; absent where the experiment has only one.</summary>
    public string? Pipeline { get; init; }

    /// <summary>Every combination of their values is a point.</summary>
    public IReadOnlyList<Variation> Variations { get; init; } = [];

    /// <summary>Points beside the grid.</summary>
    public IReadOnlyList<NamedPoint> Points { get; init; } = [];

    /// <summary>The metric to be good at; the best measure of correctness that the run has when absent.</summary>
    public string? Objective { get; init; }

    /// <summary>In the objective's unit.</summary>
    public double? Tolerance { get; init; }

    /// <summary>What the names of its points' pipelines begin with; nothing where nobody else makes points.</summary>
    public string Prefix { get; init; } = "";
}

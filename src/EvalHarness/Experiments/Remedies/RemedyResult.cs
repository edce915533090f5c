using EvalHarness.Runs;

namespace EvalHarness.Experiments.Remedies;

/// <summary>Remedies of a run, as they are printed and written.</summary>
public sealed record RemedyResult
{
    /// <summary>The run whose rows failed.</summary>
    public required string Run { get; init; }

    /// <summary>The experiment's name.</summary>
    public required string Experiment { get; init; }

    public required DatasetRecord Dataset { get; init; }

    /// <summary>By pipeline, remedy and fault.</summary>
    public required IReadOnlyList<RemedyTried> Tried { get; init; }

    public required IReadOnlyList<UntriedRemedy> Untried { get; init; }

    public required IReadOnlyList<NearRow> Nearest { get; init; }

    /// <summary>As it was typed.</summary>
    public required string Command { get; init; }
}

using EvalHarness.Comparisons;
using EvalHarness.Runs;

namespace EvalHarness.Decisions.Sweeps;

/// <summary>A sweep as it is printed and written: <c>sweep.json</c>.</summary>
public sealed record SweepResult
{
    /// <summary>The run that the points were answered in.</summary>
    public required string Run { get; init; }

    /// <summary>The experiment's name.</summary>
    public required string Experiment { get; init; }

    /// <summary>The rows that it chose on.</summary>
    public required DatasetRecord Dataset { get; init; }

    public required SweepGrid Grid { get; init; }

    public required SweepAim Aim { get; init; }

    public required SweepChoice Choice { get; init; }

    /// <summary>Families that are not plainly measured.</summary>
    public IReadOnlyList<FamilyBadge> Badges { get; init; } = [];

    /// <summary>As it was typed.</summary>
    public required string Command { get; init; }

    /// <summary>Of what is chosen now; absent when it was not confirmed.</summary>
    public SweepConfirmation? Confirmation { get; init; }

    /// <summary>All that this sweep's choices were ever confirmed by, in their order.</summary>
    public IReadOnlyList<SweepConfirmation> Confirmations { get; init; } = [];
}

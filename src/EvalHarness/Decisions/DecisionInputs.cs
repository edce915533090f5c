using EvalHarness.Comparisons;
using EvalHarness.Decisions.Production;
using EvalHarness.Decisions.Studies;

namespace EvalHarness.Decisions;

/// <summary>All that a decision is made from: one run's scores, and the user's circumstances.</summary>
/// <param name="Badges">One for each family.</param>
/// <param name="FixedSums">What is paid beside the calls; empty when the experiment names nothing.</param>
public sealed record DecisionInputs(
    ScoreTable Table,
    Arms Arms,
    DecisionSettings Settings,
    IReadOnlyList<FamilyBadge> Badges,
    IReadOnlyList<FixedSum> FixedSums,
    int Seed)
{
    /// <summary>Pipelines that answer with a tuned model alone, in the order of the experiment.</summary>
    public IReadOnlyList<string> Checkpoints { get; init; } = [];

    /// <summary>What the registry has of the tuned model.</summary>
    public AliasRecord Aliases { get; init; } = AliasRecord.None;

    /// <summary>Absent where no study was made.</summary>
    public StudyResults? Studies { get; init; }

    /// <summary>Measured, where nothing else is said.</summary>
    public Badge BadgeOf(string family) => Badges.FirstOrDefault(b => b.Family == family)?.Badge ?? Badge.Measured;
}

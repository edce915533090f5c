using EvalHarness.Decisions.Boundaries;
using EvalHarness.Decisions.Budget;
using EvalHarness.Decisions.Effects;
using EvalHarness.Decisions.Matrix;
using EvalHarness.Decisions.Production;
using EvalHarness.Decisions.Recommendations;
using EvalHarness.Decisions.Studies;

namespace EvalHarness.Decisions;

/// <summary>RAG, fine-tuning, or both: what one run's rows say, criterion by criterion, and what follows for its user.</summary>
public sealed record Decision
{
    public required Arms Arms { get; init; }

    public required DecisionSettings Settings { get; init; }

    /// <summary>One row for each criterion.</summary>
    public required IReadOnlyList<MatrixRow> Matrix { get; init; }

    /// <summary>Where the choice between two arms turns; without those that the run has no rows for.</summary>
    public required IReadOnlyList<Boundary> Boundaries { get; init; }

    /// <summary>Each contender against the base model, in right answers; empty without one.</summary>
    public required IReadOnlyList<ArmContrast> OverBase { get; init; }

    /// <summary>Retrieval, tuning, and both together; empty when one of the four arms is missing.</summary>
    public required IReadOnlyList<FactorialEffect> Factorial { get; init; }

    /// <summary>How many times as much others cost, take and read as the fine-tuned arm; empty without one.</summary>
    public required IReadOnlyList<RatioLine> Ratios { get; init; }

    /// <summary>Slices on which retrieval is shown to hurt the tuned model.</summary>
    public required IReadOnlyList<HarmfulSlice> HarmfulSlices { get; init; }

    public required BudgetStudy Budget { get; init; }

    /// <summary>Of the arms that retrieve; empty where nothing says whether evidence was found.</summary>
    public required IReadOnlyList<RetrievalLine> Retrieval { get; init; }

    /// <summary>Other checkpoints against the one that stands for the fine-tuned arm; empty where there is one only.</summary>
    public required IReadOnlyList<CheckpointLine> Checkpoints { get; init; }

    /// <summary>What a retry until the reply is valid would cost; empty where nothing says whether replies are.</summary>
    public required IReadOnlyList<RetryLine> Retries { get; init; }

    /// <summary>How arms hold up when corpus, retrieval, training data or wording change; absent where no study was made.</summary>
    public StudyResults? Studies { get; init; }

    /// <summary>Right answers by how often the fact stood in training; empty where that was not counted.</summary>
    public IReadOnlyList<TaughtLine> Taught { get; init; } = [];

    /// <summary>Right answers at the user's own mix of questions; empty where the decision file has none.</summary>
    public IReadOnlyList<TrafficLine> Traffic { get; init; } = [];

    /// <summary>What was promoted and rolled back so far.</summary>
    public AliasRecord Aliases { get; init; } = AliasRecord.None;

    /// <summary>Empty when the decision file has no constraints.</summary>
    public required IReadOnlyList<ConstraintCheck> Constraints { get; init; }

    public required Recommendation Recommendation { get; init; }
}

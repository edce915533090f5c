using EvalHarness.Comparisons;
using EvalHarness.Runs;

namespace EvalHarness.Decisions.Studies;

/// <summary>All studies of a decision, as <c>studies.json</c> has them beside the run that is decided on.</summary>
public sealed record StudyResults
{
    /// <summary>The run that the points were answered in, below the decided run's folder.</summary>
    public required string Run { get; init; }

    /// <summary><see cref="DecisionSettings.StudyKey"/> of the decision file that asked for them.</summary>
    public required string Key { get; init; }

    /// <summary>A hash over points, rows and scorers: studies of the same are not made again.</summary>
    public required string MadeFrom { get; init; }

    /// <summary>The rows that they were made on.</summary>
    public required DatasetRecord Dataset { get; init; }

    /// <summary>In the order of <see cref="StudyKinds"/>.</summary>
    public required IReadOnlyList<Study> Studies { get; init; }

    /// <summary>Families that are not plainly measured.</summary>
    public IReadOnlyList<FamilyBadge> Badges { get; init; } = [];

    /// <summary>Absent without a study of growth.</summary>
    public GrownArms? Grown { get; init; }

    /// <summary>Passages that a point's index holds, where its corpus or its cutting is studied.</summary>
    public IReadOnlyDictionary<string, int> IndexedPassages { get; init; } = new Dictionary<string, int>();

    /// <summary>Training examples of the fine-tuned arm's checkpoint in which a sample's fact stood, by sample of the decided run; empty where no training file is known.</summary>
    public IReadOnlyDictionary<string, int> Taught { get; init; } = new Dictionary<string, int>();

    /// <summary>By pipeline, then by rate; empty where load was not studied.</summary>
    public IReadOnlyList<LoadLine> Load { get; init; } = [];

    /// <summary>Training examples by checkpoint that the points name; empty where none does.</summary>
    public IReadOnlyDictionary<string, int> Examples { get; init; } = new Dictionary<string, int>();
}

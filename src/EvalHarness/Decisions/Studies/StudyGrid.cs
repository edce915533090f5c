using EvalHarness.Decisions.Sweeps;

namespace EvalHarness.Decisions.Studies;

/// <summary>One study of one pipeline, before it is answered.</summary>
public sealed record StudyGrid(StudyKind Kind, SweepGrid Grid)
{
    /// <summary>The names that the user gave to points, by pipeline; others are called by their settings.</summary>
    public IReadOnlyDictionary<string, string> Named { get; init; } = new Dictionary<string, string>();
}

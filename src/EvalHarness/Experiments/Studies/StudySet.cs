using EvalHarness.Decisions.Studies;

namespace EvalHarness.Experiments.Studies;

/// <summary>Studies as one experiment: every point is a pipeline of it, so all answer the same rows and share indexes, checkpoints and calls.</summary>
/// <param name="Studies">In the order of <see cref="StudyKinds"/>.</param>
/// <param name="Experiment">With the arms as they are beside the points.</param>
public sealed record StudySet(IReadOnlyList<StudyGrid> Studies, Experiment Experiment);

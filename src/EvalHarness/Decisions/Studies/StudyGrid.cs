using EvalHarness.Decisions.Sweeps;

namespace EvalHarness.Decisions.Studies;

/// <summary>One study of one pipeline, before it is answered.</summary>
public sealed record StudyGrid(StudyKind Kind, SweepGrid Grid);

namespace EvalHarness.Decisions.Sweeps;

/// <summary>One setting of the varied pipeline.</summary>
/// <param name="Name">Of the pipeline that it is in the run.</param>
/// <param name="Values">By parameter, as they stand in its settings; absent where the settings say nothing and the default counts.</param>
/// <param name="IsUnvaried">Whether it is the pipeline as the experiment has it.</param>
public sealed record SweepPoint(string Name, IReadOnlyList<string?> Values, bool IsUnvaried);

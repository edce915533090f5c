namespace EvalHarness.Runs;

/// <summary>Why a replay ended early, as a whole or for one pipeline.</summary>
/// <param name="Pipeline">Absent when the whole run was stopped.</param>
/// <param name="Message">One sentence for a reader.</param>
public sealed record RunStop(StopCause Cause, string? Pipeline, string Message)
{
    /// <summary>The judge, or the metric with a program, that could not go on: it is the scoring that ended early. Absent when it was the replay.</summary>
    public string? Scorer { get; init; }

    /// <summary>Definitions of the evaluators that it left without a score for some rows.</summary>
    public IReadOnlyList<string>? Left { get; init; }
}

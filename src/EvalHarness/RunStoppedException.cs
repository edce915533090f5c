using EvalHarness.Runs;

namespace EvalHarness;

/// <summary>A run was stopped before its first answer: there is nothing to report, and the same command goes on with it.</summary>
public sealed class RunStoppedException(IReadOnlyList<RunStop> stops) : Exception(string.Join(' ', stops.Select(s => s.Message)))
{
    public IReadOnlyList<RunStop> Stops => stops;
}

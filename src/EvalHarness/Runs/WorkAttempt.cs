namespace EvalHarness.Runs;

/// <summary>A try at a work item that is to be made.</summary>
/// <param name="Number">From 0; a later one supersedes those before it.</param>
public sealed record WorkAttempt(WorkItem Item, int Number = 0)
{
    /// <summary>Under an arrival rate, when it should begin.</summary>
    public DateTimeOffset? IntendedAt { get; init; }
}

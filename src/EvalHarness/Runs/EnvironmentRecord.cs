namespace EvalHarness.Runs;

/// <summary>Where a run ran.</summary>
/// <param name="GitCommit">Of the experiment's repository; absent outside one.</param>
/// <param name="GitDirty">Whether that work tree had uncommitted changes.</param>
/// <param name="Packages">Versions by assembly.</param>
public sealed record EnvironmentRecord(
    string Harness,
    string Runtime,
    string Os,
    int Cores,
    string? GitCommit,
    bool? GitDirty,
    IReadOnlyDictionary<string, string> Packages);

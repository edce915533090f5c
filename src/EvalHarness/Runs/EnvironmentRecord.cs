namespace EvalHarness.Runs;

/// <summary>Where a run ran.</summary>
/// <param name="GitCommit">Of the experiment's repository; absent outside one.</param>
/// <param name="GitDirty">Whether that work tree had uncommitted changes.</param>
/// <param name="Packages">Versions of the packages that the program was built with.</param>
public sealed record EnvironmentRecord(
    string Harness,
    string Runtime,
    string Os,
    int Cores,
    string? GitCommit,
    bool? GitDirty,
    IReadOnlyDictionary<string, string> Packages);

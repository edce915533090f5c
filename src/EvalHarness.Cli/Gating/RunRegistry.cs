using EvalHarness.Checkpoints;
using EvalHarness.Cli.Commands.Registry;
using EvalHarness.Gates;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Gating;

/// <summary>The checkpoint registry of a recorded run's experiment.</summary>
internal static class RunRegistry
{
    /// <summary>How far it goes now; absent where there is none.</summary>
    /// <exception cref="InputException">It was tampered with.</exception>
    public static RegistryState? StateOf(RunManifest run)
    {
        var file = RegistryOptions.FileOf(run.ExperimentFile);
        if (!File.Exists(file))
            return null;
        var registry = CheckpointRegistry.Read(file);
        return new RegistryState(registry.Head, registry.Entries.Count);
    }

    /// <summary>A checkpoint's name as it is; of an alias what it names now.</summary>
    /// <exception cref="InputException">There is no such alias.</exception>
    public static string Resolve(string named, RunManifest run, string option) => named.Contains('@', StringComparison.Ordinal)
        ? named
        : CheckpointRegistry.Read(RegistryOptions.FileOf(run.ExperimentFile)).Find(named, option).FullName;
}

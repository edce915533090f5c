using EvalHarness.Cli.Terminal;
using EvalHarness.Experiments;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Deciding;

/// <summary>The run that a decision rests on: of an experiment file the newest finished one that was made from it as it stands, else one that is made now.</summary>
/// <param name="parent">The folder of runs.</param>
internal sealed class DecidedRun(string parent, bool allowsPlugins, TerminalOutput terminal, TimeProvider time)
{
    /// <exception cref="Inputs.InputException">The file is wrong, or its run came to no end.</exception>
    public async Task<string> OfAsync(string named, CancellationToken cancellationToken)
    {
        if (!MadeRun.IsExperiment(named))
            return named;
        var experiment = ExperimentReader.Read(named, []);
        if (Newest(experiment, new ExperimentInputs(experiment).ContentHashes()) is { } found)
        {
            terminal.Note($"decided on {found.Id}, the newest run of this experiment as it stands");
            return found.FullPath;
        }

        return await new MadeRun(parent, terminal, time).MakeAsync(named, allowsPlugins ? ["--allow-plugins"] : [], "Mend what is said above, or make the run yourself and name it here.", cancellationToken);
    }

    private RunFolder? Newest(Experiment experiment, IReadOnlyDictionary<string, string> hashes) => !Directory.Exists(parent) ? null : Directory.EnumerateDirectories(parent)
        .Select(path => new RunFolder(path))
        .Where(folder => File.Exists(folder.ManifestFile))
        .OrderByDescending(folder => folder.Id, StringComparer.Ordinal)
        .FirstOrDefault(folder => IsOf(folder.TryReadManifest(), experiment, hashes));

    // A policy changes no answer and no score.
    private static bool IsOf(RunManifest? manifest, Experiment experiment, IReadOnlyDictionary<string, string> hashes) =>
        manifest is { FinishedAt: not null, Overrides: [], Dataset: { Limit: null, Filter: null } }
        && hashes.Where(h => h.Key != "policy").All(h => manifest.Hashes.GetValueOrDefault(h.Key) == h.Value)
        && manifest.Dataset.Hash == ContentHash.OfFile(experiment.Resolve(experiment.Dataset))
        && manifest.ExperimentFile == experiment.File
        && experiment.Pipelines.All(p => manifest.Pipelines.Any(m => m.Name == p.Name));
}

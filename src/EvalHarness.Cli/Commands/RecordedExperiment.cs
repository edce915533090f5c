using EvalHarness.Cli.Terminal;
using EvalHarness.Experiments;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>The experiment that a recorded run was made from, as its file stands now.</summary>
internal static class RecordedExperiment
{
    /// <exception cref="InputException">The file is gone, or wrong.</exception>
    public static Experiment Read(RunManifest manifest, TerminalOutput terminal)
    {
        if (!File.Exists(manifest.ExperimentFile))
            throw new InputException(new InputProblem(manifest.Id, $"its experiment file is gone: {manifest.ExperimentFile}", "Put it back, or set experiment_file in the run's run.json."));
        var experiment = ExperimentReader.Read(manifest.ExperimentFile, manifest.Overrides);
        if (experiment.Hash != manifest.Hashes["experiment"])
            terminal.Note("note: the experiment file has changed since this run.");
        // A run of some pipelines is priced and scored as what it is, whatever else the file names.
        return experiment with { Pipelines = [.. experiment.Pipelines.Where(p => manifest.Pipelines.Any(m => m.Name == p.Name))] };
    }
}

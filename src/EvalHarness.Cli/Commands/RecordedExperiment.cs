using EvalHarness.Cli.Terminal;
using EvalHarness.Experiments;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>The experiment that a recorded run was made from, as its file stands now.</summary>
internal static class RecordedExperiment
{
    /// <summary>With the pipelines of the run: one of some pipelines is priced and scored as what it is, whatever else the file names.</summary>
    /// <param name="more">Settings that a verb adds to those of the run, as <c>key.path=value</c>.</param>
    /// <exception cref="InputException">The file is gone, or wrong.</exception>
    public static Experiment Read(RunManifest manifest, TerminalOutput terminal, params IEnumerable<string> more)
    {
        var experiment = ReadWhole(manifest, terminal, more);
        return experiment with { Pipelines = [.. experiment.Pipelines.Where(p => manifest.Pipelines.Any(m => m.Name == p.Name))] };
    }

    /// <summary>With all pipelines of the file, which speaks of them elsewhere too.</summary>
    /// <exception cref="InputException">The file is gone, or wrong.</exception>
    public static Experiment ReadWhole(RunManifest manifest, TerminalOutput terminal, params IEnumerable<string> more)
    {
        if (!File.Exists(manifest.ExperimentFile))
            throw new InputException(new InputProblem(manifest.Id, $"its experiment file is gone: {manifest.ExperimentFile}", "Put it back, or set experiment_file in the run's run.json."));
        var experiment = ExperimentReader.Read(manifest.ExperimentFile, [.. manifest.Overrides, .. more]);
        if (experiment.Hash != manifest.Hashes["experiment"])
            terminal.Note("note: the experiment file has changed since this run.");
        return experiment;
    }
}

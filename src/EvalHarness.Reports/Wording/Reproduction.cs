using EvalHarness.Runs;

namespace EvalHarness.Reports.Wording;

/// <summary>The command that makes a run again.</summary>
public static class Reproduction
{
    /// <param name="folder">The run's folder: its grandparent is where the command was most likely given, so the experiment's path starts there when it can.</param>
    public static string CommandFor(RunManifest manifest, string folder)
    {
        var start = Path.GetFullPath(Path.Combine(folder, "..", ".."));
        var experiment = Path.GetRelativePath(start, manifest.ExperimentFile).Replace('\\', '/');
        var shown = experiment.StartsWith("../", StringComparison.Ordinal) ? manifest.ExperimentFile : experiment;
        var limit = manifest.Dataset.Limit is { } rows ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" --limit {rows}") : "";
        return $"./run-eval.sh {shown}{limit}";
    }
}

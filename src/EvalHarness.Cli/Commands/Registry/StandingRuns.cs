using EvalHarness.Cli.Terminal;
using EvalHarness.Gates;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Promotions;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>Looks again at the runs that a verdict rests on: dataset, pipeline and definitions, from the files where they stand. No pipeline is called.</summary>
/// <param name="parents">Folders of runs, looked through in this order.</param>
internal sealed class StandingRuns(IReadOnlyList<string> parents, bool allowsPlugins, TimeProvider time, TerminalOutput terminal)
{
    public StandingRun Of(JudgedRun judged)
    {
        try
        {
            var folder = parents.Select(p => new RunFolder(Path.Combine(Path.GetFullPath(p), Path.GetFileName(judged.Run)))).FirstOrDefault(f => File.Exists(f.ManifestFile));
            return folder is null ? StandingRun.Gone(judged.Run, $"no run of that id is below {string.Join(" or ", parents)}") : Of(judged, folder.ReadManifest());
        }
        catch (InputException exception)
        {
            return StandingRun.Gone(judged.Run, exception.Problems[0].ToString());
        }
    }

    private StandingRun Of(JudgedRun judged, RunManifest manifest)
    {
        if (manifest.Pipelines.FirstOrDefault(p => p.Name == judged.Candidate) is not { } candidate)
            return StandingRun.Gone(judged.Run, $"it has no pipeline '{judged.Candidate}'");
        if (!File.Exists(manifest.Dataset.File))
            return StandingRun.Gone(judged.Run, $"its dataset is gone: {manifest.Dataset.File}");
        using var composition = new Composition(new CompositionOptions(RecordedExperiment.Read(manifest, terminal), parents[0], allowsPlugins, time, terminal.Note));
        return new StandingRun(
            judged.Run,
            ContentHash.OfFile(manifest.Dataset.File),
            composition.AsItStands(candidate).Identity,
            [.. Names(candidate)],
            composition.Definitions());
    }

    // Of a service or program the version that it declares: nothing else says which model is behind it.
    private static IEnumerable<string> Names(PipelineSpec pipeline) =>
        new[] { pipeline.Settings["model"]?["checkpoint"], pipeline.Settings["model"]?["name"], pipeline.Settings["version"] }.Select(n => (string?)n).OfType<string>();
}

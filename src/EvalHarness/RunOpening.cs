using EvalHarness.Experiments;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness;

/// <summary>Decides which run an experiment goes into: the unfinished one made from the same things, or a new one.</summary>
/// <param name="Pipelines">With their content hashes.</param>
/// <param name="Parent">The folder of runs.</param>
/// <param name="Limit">Rows of the split, a seeded choice; all of them when absent.</param>
/// <param name="Command">As it was typed, for whoever wants to make the run again.</param>
public sealed record RunOpening(ExperimentInputs Inputs, IReadOnlyList<PipelineSpec> Pipelines, string Parent, int? Limit, string Command, TimeProvider Time)
{
    private Experiment Experiment => Inputs.Experiment;

    private string Dataset => Experiment.Resolve(Experiment.Dataset);

    /// <summary>Equal for runs that may be continued by one another; how fast or patiently they call does not matter.</summary>
    public string ManifestHash => ContentHash.Of(
    [
        Experiment.Name,
        ContentHash.OfFile(Dataset),
        Experiment.Split,
        $"{Limit}",
        $"{Experiment.Run.Repeats}",
        $"{Experiment.Seed}",
        Inputs.AnswerSchema ?? "",
        .. Pipelines.SelectMany(p => new[] { p.Name, p.Identity }),
    ]);

    /// <summary>Whether an unfinished run was found, and the run.</summary>
    public async Task<(bool Resumed, OpenRun Run)> OpenAsync(bool alwaysNew, IReadOnlyList<string> notes, CancellationToken cancellationToken)
    {
        if (!alwaysNew && RunFolder.FindUnfinished(Parent, ManifestHash) is { } unfinished)
            return (true, OpenRun.Existing(unfinished));

        var startedAt = Time.GetUtcNow();
        var id = FreeId(FormattableString.Invariant($"{startedAt:yyyyMMdd-HHmmss}-{FolderName(Experiment.Name)}"));
        return (false, await OpenRun.CreateAsync(Parent, id, Inputs.SamplesAsync(Limit, cancellationToken), samples => Manifest(id, startedAt, samples, notes), cancellationToken));
    }

    // A name is what people like; a folder's name must not lead elsewhere.
    private static string FolderName(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));

    private string FreeId(string wanted) =>
        Enumerable.Range(1, int.MaxValue)
            .Select(n => n == 1 ? wanted : FormattableString.Invariant($"{wanted}-{n}"))
            .First(id => !Directory.Exists(Path.Combine(Parent, id)));

    private RunManifest Manifest(string id, DateTimeOffset startedAt, int samples, IReadOnlyList<string> notes) => new()
    {
        Id = id,
        Name = Experiment.Name,
        ManifestHash = ManifestHash,
        StartedAt = startedAt,
        ExperimentFile = Experiment.File,
        Overrides = Experiment.Overrides,
        Command = Command,
        Dataset = new DatasetRecord(Dataset, ContentHash.OfFile(Dataset), Experiment.Split, samples, Limit),
        Hashes = Inputs.ContentHashes(),
        Pipelines = Pipelines,
        Baseline = Experiment.Baseline,
        Options = Experiment.Run,
        WorkItems = samples * Pipelines.Count * Experiment.Run.Repeats,
        Environment = EnvironmentProbe.Read(Experiment.Folder),
        Notes = notes,
    };
}

using System.Globalization;
using EvalHarness.Datasets;
using EvalHarness.Experiments;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness;

/// <summary>Decides which run an experiment goes into: the unfinished one made from the same things, or a new one.</summary>
/// <param name="Pipelines">With their content hashes.</param>
/// <param name="Parent">The folder of runs.</param>
/// <param name="Choice">Rows of the split; all of them when absent.</param>
/// <param name="Command">As it was typed, for whoever wants to make the run again.</param>
public sealed record RunOpening(ExperimentInputs Inputs, IReadOnlyList<PipelineSpec> Pipelines, string Parent, SampleChoice? Choice, string Command, TimeProvider Time)
{
    private Experiment Experiment => Inputs.Experiment;

    private string Dataset => Experiment.Resolve(Experiment.Dataset);

    /// <summary>Equal for runs that may be continued by one another; how fast or patiently they call does not matter.</summary>
    public string ManifestHash => ContentHash.Of(
    [
        Experiment.Name,
        ContentHash.OfFile(Dataset),
        Experiment.Split,
        Choice?.Identity ?? "",
        $"{Experiment.Run.Repeats}",
        $"{Experiment.Seed}",
        Inputs.AnswerSchema ?? "",
        .. Pipelines.SelectMany(p => new[] { p.Name, p.Identity }),
    ]);

    /// <summary>Whether an unfinished run was found, and the run.</summary>
    public Task<(bool Resumed, OpenRun Run)> OpenAsync(bool alwaysNew, IReadOnlyList<string> notes, CancellationToken cancellationToken) =>
        OpenAsync(alwaysNew ? null : RunFolder.FindUnfinished(Parent, ManifestHash), notes, cancellationToken);

    /// <summary>As the other, but the newest run made from the same things is taken up when it is finished, too: for work that goes on after a run.</summary>
    public Task<(bool Resumed, OpenRun Run)> OpenAgainAsync(bool alwaysNew, IReadOnlyList<string> notes, CancellationToken cancellationToken) =>
        OpenAsync(alwaysNew ? null : RunFolder.FindMadeFrom(Parent, ManifestHash), notes, cancellationToken);

    /// <summary>Goes on with a run.</summary>
    /// <exception cref="InputException">It was made from other things, or another process has it.</exception>
    public OpenRun Resume(RunFolder folder, IReadOnlyList<string> notes)
    {
        if (folder.ReadManifest().ManifestHash != ManifestHash)
            throw new InputException(new InputProblem("--resume", $"run '{folder.Id}' was made from other things than this experiment now has", "Undo the change, or start a new run."));
        var run = OpenRun.Existing(folder);
        var before = run.Manifest.Options;
        string[] changed = (before.Concurrency, before.ArrivalRate) == (Experiment.Run.Concurrency, Experiment.Run.ArrivalRate) ? [] : [RunLoad.ChangedNote];
        run.GoOnWith(Pipelines, Experiment.Run, Experiment.Baseline, Inputs.ContentHashes(), [.. notes, .. Experiment.CheckpointNotes, .. Load.Notes, .. changed]);
        return run;
    }

    private async Task<(bool Resumed, OpenRun Run)> OpenAsync(RunFolder? found, IReadOnlyList<string> notes, CancellationToken cancellationToken)
    {
        if (found is not null)
            return (true, Resume(found, notes));

        var startedAt = Time.GetUtcNow();
        return (false, await OpenRun.CreateAsync(
            Parent,
            number => Id(startedAt, number),
            Inputs.SamplesAsync(Choice, cancellationToken),
            RunPlan.Of(Pipelines, Inputs.AnswerSchema, Experiment.Run),
            (id, samples) => Manifest(id, startedAt, samples, notes),
            cancellationToken));
    }

    private RunLoad Load => RunLoad.Of(Experiment.Run, Pipelines);

    private string Id(DateTimeOffset startedAt, int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"{startedAt:yyyyMMdd-HHmmss}-{Experiment.Name}{(number == 1 ? "" : $"-{number}")}");

    private RunManifest Manifest(string id, DateTimeOffset startedAt, int samples, IReadOnlyList<string> notes) => new()
    {
        Id = id,
        Name = Experiment.Name,
        ManifestHash = ManifestHash,
        StartedAt = startedAt,
        ExperimentFile = Experiment.File,
        Overrides = Experiment.Overrides,
        Command = Command,
        Dataset = new DatasetRecord(Dataset, ContentHash.OfFile(Dataset), Experiment.Split, samples, Choice?.Limit) { Filter = Choice is { Filter.IsNone: false } ? Choice.Filter : null },
        Hashes = Inputs.ContentHashes(),
        Pipelines = Pipelines,
        Baseline = Experiment.Baseline,
        Options = Experiment.Run,
        WorkItems = samples * Pipelines.Count * Experiment.Run.Repeats,
        Environment = EnvironmentProbe.Read(Experiment.Folder),
        Notes = [.. notes, .. Experiment.CheckpointNotes, .. Load.Notes],
    };
}

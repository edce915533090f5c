using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Datasets;
using EvalHarness.Experiments;
using EvalHarness.Gates;
using EvalHarness.Inputs;
using EvalHarness.Nightly;
using EvalHarness.Nightly.Gold;
using EvalHarness.Nightly.History;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Nightly;

/// <summary>One night: prepares its samples, runs candidate and champion as any run, judges, and adds it to the history.</summary>
internal sealed class NightlyRun(Func<IReadOnlyList<string>, Experiment> read, NightlySettings settings, TerminalOutput terminal, TimeProvider time)
{
    // An older run's answers are those of another night.
    private static readonly TimeSpan StillTonight = TimeSpan.FromHours(12);

    // A reply that was kept is not a draw, and hides what production does tonight.
    private const string NoCache = "run.cache=off";

    /// <returns>The night; absent when the run was stopped before its end and the same command goes on with it.</returns>
    public async Task<Night?> RunAsync(CancellationToken cancellationToken)
    {
        var history = NightHistory.Open(settings.History);
        var past = history.Past();
        var plain = Chosen(read([NoCache]), out var pipelines);
        var prepared = await PrepareAsync(plain, history, past.Nights.Count + 1, cancellationToken);
        var experiment = prepared.File == plain.Resolve(plain.Dataset) ? plain : Chosen(read([NoCache, $"dataset={JsonSerializer.Serialize(prepared.File)}"]), out pipelines);
        using var composition = new Composition(new CompositionOptions(experiment, settings.Parent, settings.AllowsPlugins, time, terminal.Note));
        var watch = await SpendWatch.OverAsync(composition.Inputs, null, cancellationToken);
        var notes = await TrainAsync(experiment, composition, cancellationToken);

        await using var run = await OpenAsync(composition, history, past.Nights.Count + 1, notes, cancellationToken);
        var input = Input(run, plain, pipelines, prepared, past.Nights.Count + 1);
        input = input with { Anchors = await new NightAnchors(settings.Anchors, composition, terminal).ReadAsync(settings.Policy?.KappaFloor ?? PolicyReader.KappaFloor, cancellationToken) };
        // What production answers tonight could not be judged: nothing is asked.
        if (NightValidity.Anchors(input) is null && await AskAsync(run, composition, watch, cancellationToken) is var asked)
        {
            if (asked.IsStopped)
                return null;
            input = asked.Report is { } report ? await ReadAsync(input, report, plain, pipelines, cancellationToken) : input with { Manifest = run.Manifest };
        }

        var (night, values) = new NightJudge(past).Judge(input);
        history.Append(night, input.Answers, values);
        return night;
    }

    /// <returns>The report; absent after an outage, and when the run was stopped before its end.</returns>
    private async Task<(RunReport? Report, bool IsStopped)> AskAsync(OpenRun run, Composition composition, SpendWatch? watch, CancellationToken cancellationToken)
    {
        using var telemetry = TelemetryExport.Start(composition.Experiment.Telemetry, terminal.Note);
        var evaluation = composition.Evaluation() with
        {
            SpendLimit = watch is null ? null : watch.LimitAsync,
            JudgeLimit = watch is null ? null : watch.JudgeLimitAsync,
            Events = telemetry.Events,
        };
        try
        {
            var report = await ProgressView.ShowAsync(terminal, composition.Spend(), time, progress => evaluation.RunAsync(run, progress, cancellationToken));
            return (report, IsStopped(report.Manifest.Stops));
        }
        catch (RunStoppedException exception) when (!IsStopped(exception.Stops))
        {
            return (null, false);
        }
    }

    /// <summary>What ended the run early, but an endpoint: that is an outage, and the night is over.</summary>
    private static bool IsStopped(IReadOnlyList<RunStop>? stops) => stops is { Count: > 0 } && stops.All(s => s.Cause != StopCause.Endpoint);

    private Experiment Chosen(Experiment experiment, out NightlyPipelines pipelines)
    {
        var chosen = pipelines = NightlyPipelines.Of(experiment.Pipelines, experiment.Baseline, settings.Candidate, settings.Champion, settings.Policy);
        return experiment with { Pipelines = [.. experiment.Pipelines.Where(chosen.Includes)], Baseline = chosen.Champion ?? chosen.Candidate };
    }

    private Task<PreparedSamples> PrepareAsync(Experiment experiment, NightHistory history, int night, CancellationToken cancellationToken)
    {
        var corpus = experiment.Corpus is { } folder ? CorpusReader.Read(experiment.Resolve(folder)) : null;
        return new SamplePreparation(experiment.Resolve(experiment.Dataset), experiment.Split, corpus, Path.Combine(history.Folder, "datasets"), settings.Subset, experiment.Seed, night).PrepareAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<string>> TrainAsync(Experiment experiment, Composition composition, CancellationToken cancellationToken)
    {
        CheckpointTraining training = new(experiment, time);
        await composition.CheckAsync(training.IsMissing, cancellationToken);
        var notes = await training.TrainMissingAsync(terminal.Note, cancellationToken);
        if (notes.Count > 0)
            await composition.CheckPipelinesAsync(_ => false, cancellationToken);
        return notes;
    }

    // A night that died after its run began is taken up; another night never goes on with it.
    private async Task<OpenRun> OpenAsync(Composition composition, NightHistory history, int night, IReadOnlyList<string> notes, CancellationToken cancellationToken)
    {
        RunOpening opening = new(composition.Inputs, composition.ResolvedPipelines(), settings.Parent, null, settings.Command, time);
        if (history.Unrecorded() is { } begun && time.GetUtcNow() - begun.At < StillTonight && Begun(begun.Run) is { } folder && folder.ReadManifest().ManifestHash == opening.ManifestHash)
        {
            terminal.Note($"taking up {folder.Id}, which was begun for this night");
            return opening.Resume(folder, notes);
        }

        var (_, run) = await opening.OpenAsync(alwaysNew: true, notes, cancellationToken);
        history.Begin(run.Manifest.Id, night, run.Manifest.StartedAt);
        terminal.Note($"night {night}, run {run.Manifest.Id}: {run.Manifest.Dataset.Samples} samples × {run.Manifest.Pipelines.Count} pipelines × {run.Manifest.Options.Repeats}");
        return run;
    }

    private RunFolder? Begun(string run)
    {
        RunFolder folder = new(Path.Combine(Path.GetFullPath(settings.Parent), run));
        return File.Exists(folder.ManifestFile) ? folder : null;
    }

    private NightInput Input(OpenRun run, Experiment plain, NightlyPipelines pipelines, PreparedSamples prepared, int night) => new()
    {
        Number = night,
        Manifest = run.Manifest,
        Candidate = Side(run.Manifest, pipelines.Candidate),
        Champion = pipelines.Champion is { } champion ? Side(run.Manifest, champion) : null,
        Hashes = Hashes(run.Manifest, plain, pipelines, new Dictionary<string, string>()),
        Policy = NightlyPolicy.Section(settings.Policy, plain.Name, settings.Margin),
        PolicyHash = settings.Policy?.Hash,
        Anchored = prepared.Anchored,
        GoldStale = prepared.Stale,
        Notes = [.. Notes(run.Manifest, pipelines)],
    };

    private static async Task<NightInput> ReadAsync(NightInput input, RunReport report, Experiment plain, NightlyPipelines pipelines, CancellationToken cancellationToken)
    {
        NightRows rows = new(pipelines);
        await foreach (var row in report.Rows(cancellationToken))
            rows.Add(row);
        return input with
        {
            Manifest = report.Manifest,
            Hashes = Hashes(report.Manifest, plain, pipelines, rows.Served),
            Scores = report.Scores,
            Summaries = report.Summaries,
            Answers = rows.Answers,
        };
    }

    private static IReadOnlyDictionary<string, string> Hashes(RunManifest manifest, Experiment plain, NightlyPipelines pipelines, IReadOnlyDictionary<string, string> served) =>
        NightHashes.Of(manifest, ContentHash.OfFile(plain.Resolve(plain.Dataset)), plain.Hash, pipelines.Candidate, pipelines.Champion, served);

    private static NightSide Side(RunManifest manifest, string pipeline) => new(pipeline, manifest.Pipelines.First(p => p.Name == pipeline).Identity);

    private static IEnumerable<string> Notes(RunManifest manifest, NightlyPipelines pipelines)
    {
        if (pipelines.Champion is { } champion && Side(manifest, champion).Identity == Side(manifest, pipelines.Candidate).Identity)
            yield return "Candidate and champion are one system to the harness, so one answer stands for both: give the candidate's pipeline a version of its own where production can change under it.";
    }
}

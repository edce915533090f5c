using System.Text.Json;
using EvalHarness.Checkpoints;
using EvalHarness.Cli.Terminal;
using EvalHarness.Comparisons;
using EvalHarness.Datasets;
using EvalHarness.Decisions;
using EvalHarness.Decisions.Studies;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Studies;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Reports;
using EvalHarness.Runs;
using EvalHarness.TrainingData;

namespace EvalHarness.Cli.Deciding;

/// <summary>Makes the studies of a decision: every point of all of them in one run, below the folder of the run that is decided on.</summary>
/// <param name="folder">The decided run's, absolute.</param>
/// <param name="command">As it was typed.</param>
internal sealed class StudySession(string folder, string command, bool allowsPlugins, TerminalOutput terminal, TimeProvider time)
{
    private readonly string parent = Path.Combine(folder, StudyFile.Folder);

    /// <summary>Nothing is asked where the decision file has no studies, or those of the same things are there.</summary>
    /// <returns>Whether there are studies now.</returns>
    /// <exception cref="InputException">A study cannot be made.</exception>
    /// <exception cref="RunStoppedException">Its run came to no end: the same call goes on with it.</exception>
    public async Task<bool> MakeAsync(Experiment experiment, CancellationToken cancellationToken)
    {
        if (experiment.Decision is not { } file || DecisionReader.Read(experiment.Resolve(file)) is not { HasStudies: true } settings)
            return false;
        await MakeAsync(experiment, settings, cancellationToken);
        return true;
    }

    private async Task MakeAsync(Experiment experiment, DecisionSettings settings, CancellationToken cancellationToken)
    {
        var set = new StudyExpansion(experiment, settings).Expand();
        LoadSession load = new(experiment, settings, parent, command, allowsPlugins, terminal, time);
        using Composition composition = new(new CompositionOptions(set.Experiment, parent, allowsPlugins, time, terminal.Note));
        CheckpointTraining training = new(set.Experiment, time);
        await composition.CheckAsync(training.IsMissing, cancellationToken);
        await training.TrainMissingAsync(terminal.Note, cancellationToken);
        if (StudyFile.TryRead(folder, settings.StudyKey) is { } made && made.MadeFrom == MadeFrom(set, settings, composition, Opening(composition).ManifestHash))
        {
            terminal.Note($"studies: {made.Run} has been made from the same things");
            return;
        }

        terminal.Note($"studies: {set.Experiment.Pipelines.Count} points of {set.Studies.Count} studies");
        var (report, _) = await new TakenUpRun(parent, limit: null, alwaysNew: false, command, terminal, time) { Shape = evaluation => evaluation with { Writers = [], Evaluators = [.. evaluation.Evaluators.Where(e => e.Metrics.Any(m => StudyKinds.AskFor(m.Id)))] } }.RunAsync(composition, cancellationToken);
        if (report.Manifest.FinishedAt is null)
            throw new RunStoppedException(report.Manifest.Stops ?? []);
        var results = Results(set, settings, composition, report, Arms.Of(experiment.Pipelines, settings.Arms));
        results = results with { Load = await load.MakeAsync(cancellationToken), Taught = await TaughtAsync(experiment, settings, cancellationToken) };
        await StudyWriter.WriteAsync(results, folder, cancellationToken);
    }

    private RunOpening Opening(Composition composition) => new(composition.Inputs, composition.ResolvedPipelines(), parent, new SampleChoice(null), command, time);

    // Answers, what they are scored by, and which of them are held against which.
    private static string MadeFrom(StudySet set, DecisionSettings settings, Composition composition, string manifestHash) => ContentHash.Of(
    [
        manifestHash,
        .. composition.Metrics().Select(m => m.DefinitionId),
        JsonSerializer.Serialize(set.Studies.Select(s => new { s.Kind.Id, s.Grid }), RunJson.Compact),
        settings.StudyKey,
    ]);

    private static StudyResults Results(StudySet set, DecisionSettings settings, Composition composition, RunReport report, Arms arms)
    {
        StudyMaker maker = new(report.Scores, report.Manifest.Options.Seed);
        var indexed = Indexed(set);
        return new StudyResults
        {
            Run = report.Manifest.Id,
            Key = settings.StudyKey,
            MadeFrom = MadeFrom(set, settings, composition, report.Manifest.ManifestHash),
            Dataset = report.Manifest.Dataset,
            Studies = [.. set.Studies.Select(maker.Make)],
            Badges = [.. report.Badges.Where(b => b.Badge != Badge.Measured)],
            Grown = maker.Grown(set.Studies, arms, indexed, name => set.Experiment.Pipelines.First(p => p.Name == name).Settings["retrieval"] is not null),
            Examples = Examples(set.Experiment),
            IndexedPassages = indexed,
        };
    }

    private static SortedDictionary<string, int> Indexed(StudySet set)
    {
        var resized = set.Studies.Where(s => s.Kind.ResizesIndex).SelectMany(s => s.Grid.Points).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        SortedDictionary<string, int> passages = new(StringComparer.Ordinal);
        foreach (var pipeline in set.Experiment.Pipelines.Where(p => p.Kind == ChatPipelineFactory.ChatKind && resized.Contains(p.Name)))
            if (ChatPipelineFactory.RetrievalOf(pipeline) is { } retrieval)
                passages[pipeline.Name] = IndexSize.Of(retrieval).Passages;
        return passages;
    }

    // What a service trained on nobody here can look into.
    private static async Task<IReadOnlyDictionary<string, int>> TaughtAsync(Experiment experiment, DecisionSettings settings, CancellationToken cancellationToken)
    {
        var tuned = Arms.Of(experiment.Pipelines, settings.Arms)[Arm.FineTuned];
        var checkpoint = (string?)experiment.Pipelines.FirstOrDefault(p => p.Name == tuned)?.Settings["model"]?["checkpoint"];
        return checkpoint is not null && experiment.Checkpoints.TryGetValue(checkpoint, out var recipe) && recipe is { Share: 1, LabelNoise: 0 }
            ? await TaughtFacts.CountAsync(new ExperimentInputs(experiment).SamplesAsync(choice: null, cancellationToken), experiment.Resolve(recipe.Train), cancellationToken)
            : new Dictionary<string, int>();
    }

    private static SortedDictionary<string, int> Examples(Experiment experiment)
    {
        CheckpointFolder checkpoints = new(experiment.Folder);
        SortedDictionary<string, int> examples = new(StringComparer.Ordinal);
        foreach (var name in experiment.Checkpoints.Keys.Where(name => checkpoints.Contains(CheckpointName.Parse(name))))
            examples[name] = checkpoints.Open(CheckpointName.Parse(name)).Manifest.Examples;
        return examples;
    }
}

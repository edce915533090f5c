using System.Globalization;
using EvalHarness.Cli.Commands;
using EvalHarness.Cli.Terminal;
using EvalHarness.Decisions;
using EvalHarness.Decisions.Studies;
using EvalHarness.Evaluators.Abstention;
using EvalHarness.Evaluators.Latency;
using EvalHarness.Experiments;
using EvalHarness.Inputs;

namespace EvalHarness.Cli.Deciding;

/// <summary>Asks pipelines, each alone, at each of several rates: nothing else may take their time meanwhile, so every load is a run of its own.</summary>
/// <param name="parent">The folder of the studies' runs.</param>
internal sealed class LoadSession(Experiment experiment, DecisionSettings settings, string parent, string command, bool allowsPlugins, TerminalOutput terminal, TimeProvider time)
{
    /// <returns>Empty where load is not studied.</returns>
    /// <exception cref="InputException">There is no such pipeline, or a run came to no end.</exception>
    public async Task<IReadOnlyList<LoadLine>> MakeAsync(CancellationToken cancellationToken)
    {
        List<LoadLine> lines = [];
        if (settings.Load is { } plan)
            foreach (var pipeline in plan.Pipelines)
                foreach (var rate in plan.Rates)
                    lines.Add(await AskAsync(pipeline, rate, cancellationToken));
        return lines;
    }

    private async Task<LoadLine> AskAsync(string pipeline, double rate, CancellationToken cancellationToken)
    {
        PipelineNames.Known(pipeline, $"{settings.File}: load.pipelines", experiment.Pipelines);
        if (experiment.Pipelines.Single(p => p.Name == pipeline).IsRecorded())
            throw new InputException(new InputProblem($"{settings.File}: load.pipelines", $"'{pipeline}' is a recording: it bears any load", "Name a pipeline that answers."));
        var rateText = rate.ToString(CultureInfo.InvariantCulture);
        var loaded = ExperimentReader.Read(experiment.File, [.. experiment.Overrides, $"split={settings.StudySplit}", "run.concurrency=null", "run.repeats=1", $"run.arrival_rate={rateText}", "run.cache=off"]);
        loaded = loaded with { Pipelines = [.. loaded.Pipelines.Where(p => p.Name == pipeline)], Baseline = pipeline };

        // How fast it is asked is no part of what a run is made from.
        var folder = Path.Combine(parent, $"load-{rateText}");
        using Composition composition = new(new CompositionOptions(loaded, folder, allowsPlugins, time, terminal.Note));
        TakenUpRun run = new(folder, limit: null, alwaysNew: false, command, terminal, time)
        {
            Shape = evaluation => evaluation with { Writers = [], Evaluators = [.. evaluation.Evaluators.Where(e => e is LatencyEvaluator or AbstentionEvaluator)] },
        };
        var (report, _) = await run.RunAsync(composition, cancellationToken);
        return report.Manifest.FinishedAt is null
            ? throw new RunStoppedException(report.Manifest.Stops ?? [])
            : LoadMaker.Make(report.Scores, pipeline, rate, report.Badges.First(b => b.Family == "latency").Badge);
    }
}

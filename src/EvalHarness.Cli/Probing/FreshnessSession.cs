using EvalHarness.Cli.Terminal;
using EvalHarness.Datasets;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Freshness;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Promotions;
using EvalHarness.Reports.Freshness;

namespace EvalHarness.Cli.Probing;

/// <summary>A freshness probe from its checks to its files: every fact is changed, measured on every pipeline, and changed back.</summary>
internal sealed class FreshnessSession(Experiment experiment, FreshnessSettings settings, TerminalOutput terminal, TimeProvider time)
{
    private readonly FreshnessOptions options = experiment.Freshness!;
    private readonly ProbePrograms programs = new(new HookPrograms(experiment.Folder, settings.AllowsPlugins, time));
    private readonly List<FreshnessProbe> probes = [];

    private IEnumerable<PipelineSpec> Pipelines => experiment.Pipelines.Where(p => options.Pipelines.ContainsKey(p.Name));

    /// <summary>Checks all that is named; nothing is changed.</summary>
    /// <exception cref="InputException">Programs, pipelines or the dataset are wrong, or no sample says what was right before.</exception>
    public async Task<IReadOnlyList<Sample>> PlanAsync(CancellationToken cancellationToken)
    {
        List<InputProblem> problems = [.. Commands().SelectMany(c => programs.Problems(c.Command, c.Where))];
        if (problems.Count > 0)
            throw new InputException(problems);
        using var composition = Compose();
        await composition.CheckPipelinesAsync(_ => false, cancellationToken);
        SampleSelection selection = new(Seed: experiment.Seed);
        var changed = await composition.Inputs.SamplesAsync(choice: null, cancellationToken)
            .Where(s => s is { SupersededAnswers.Count: > 0, Answers.Count: > 0, Evidence.Count: > 0 })
            .ToListAsync(cancellationToken);
        return changed.Count > 0
            ? [.. changed.OrderBy(selection.Rank).Take(options.Facts)]
            : throw new InputException(new InputProblem(experiment.Dataset, $"no sample of split '{experiment.Split}' says what was right before a fact changed", "Give samples superseded_answers and evidence: datasets/README.md."));
    }

    /// <summary>What was measured, also where it was stopped: everything is as it was then.</summary>
    public async Task<(int ExitCode, FreshnessResult Result)> RunAsync(IReadOnlyList<Sample> facts, CancellationToken cancellationToken)
    {
        var exitCode = await ProbeAllAsync(facts, cancellationToken);
        FreshnessResult result = new() { Experiment = experiment.Name, Options = options, Probes = probes, Command = settings.Command };
        await FreshnessWriter.WriteAsync(result, settings.Folder, CancellationToken.None);
        return (exitCode, result);
    }

    private async Task<int> ProbeAllAsync(IReadOnlyList<Sample> facts, CancellationToken cancellationToken)
    {
        var change = Change();
        try
        {
            foreach (var fact in facts)
                foreach (var pipeline in Pipelines)
                    await ProbeAsync(fact, pipeline, change, cancellationToken);
            return ExitCode.Done;
        }
        catch (NotRestoredException exception)
        {
            if (exception.Probe is { } measured)
                probes.Add(measured);
            terminal.Error(exception.Message);
            return ExitCode.Invalid;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            terminal.Error("stopped: everything was put back as it was, and what was measured so far is written");
            return ExitCode.Stopped;
        }
    }

    private async Task ProbeAsync(Sample fact, PipelineSpec pipeline, IFactChange change, CancellationToken cancellationToken)
    {
        using var composition = Compose();
        FreshnessProber prober = new(experiment, composition.Inputs.AnswerSchema, change, programs, composition.BuildAsync, time);
        probes.Add(await prober.ProbeAsync(fact, pipeline, cancellationToken));
        terminal.Note(FreshnessWords.Of(probes[^1]));
    }

    private IFactChange Change()
    {
        if (options.Change is { Apply: { } apply, Restore: { } restore })
            return new ProgramChange(programs, apply, restore);
        ArticleChange articles = new(experiment.Resolve(options.Change.From!), experiment.Resolve(options.Change.To!), settings.Kept);
        if (!articles.IsLeft)
            return articles;
        if (articles.Restore() is { } why)
            throw new InputException(new InputProblem(settings.Kept, $"an earlier probe left changed articles, and they could not be put back: {why}", "Put them back by hand, then delete this folder."));
        terminal.Note("an earlier probe was killed: the articles that it left changed were put back");
        return articles;
    }

    private IEnumerable<(ProbeCommand Command, string Where)> Commands() =>
    [
        .. new[] { (options.Change.Apply, "freshness.change.apply"), (options.Change.Restore, "freshness.change.restore") }.Concat(Pipelines.Select(p => (options.Pipelines[p.Name].Update, $"freshness.pipelines.{p.Name}.update")))
            .Where(c => c.Item1 is not null).Select(c => (c.Item1!, c.Item2)),
    ];

    private Composition Compose() => new(new CompositionOptions(experiment, settings.Parent, settings.AllowsPlugins, time, terminal.Note));
}

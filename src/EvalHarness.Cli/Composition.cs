using EvalHarness.Calibration;
using EvalHarness.Cli.Terminal;
using EvalHarness.Datasets;
using EvalHarness.Embedded;
using EvalHarness.Embedded.Retrieval;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Evaluators.Groundedness.Plugins;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Evaluators.Plugins;
using EvalHarness.Experiments;
using EvalHarness.Imports.Recorded;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Processes;
using EvalHarness.Providers.Models;
using EvalHarness.Providers.Services;
using EvalHarness.Providers.Stores;
using EvalHarness.Reports;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Cli;

/// <summary>Puts the harness together for one experiment: which providers, retrievers, evaluators and writers there are.</summary>
internal sealed class Composition : IDisposable
{
    private readonly ExperimentInputs inputs;
    private readonly TimeProvider time;
    private readonly Action<string> say;
    private readonly Endpoints endpoints;
    private readonly PgVectorStore postgres;
    private readonly ProcessPipelineFactory processes;
    private readonly PreparationLog preparation = new();
    private readonly IReadOnlyList<IPipelineFactory> factories;
    private readonly JudgeSet judges;
    private readonly PluginHost plugins;
    private readonly ProcessMetricFactory metricPrograms;
    private readonly EvaluatorParts evaluators;

    public Composition(CompositionOptions options)
    {
        (inputs, time, say) = (new ExperimentInputs(options.Experiment), options.Time, options.Say);
        endpoints = new Endpoints(Experiment.Run, options.Parent, time, options.Say);
        postgres = new PgVectorStore(time);
        processes = new ProcessPipelineFactory(options.AllowsPlugins, time) { Say = options.Say };
        IReadOnlyList<IModelProvider> models = EndpointModelProvider.All(endpoints.Registry, endpoints.Cached, Experiment.Telemetry.Content);
        judges = new JudgeSet(Experiment.Judges, models);
        factories =
        [
            new ChatPipelineFactory(
                [new EmbeddedModelProvider(), .. models],
                [RetrievalComposition.Factory(Experiment.Resolve(Experiment.Dataset), endpoints, postgres, Path.Combine(options.Parent, ".cache", "indexes"), preparation, time)]),
            new HttpPipelineFactory(endpoints.Registry),
            processes,
            new RecordedPipelineFactory(),
        ];
        plugins = new PluginHost(options.AllowsPlugins, time);
        metricPrograms = new ProcessMetricFactory(options.AllowsPlugins, time) { Say = options.Say };
        evaluators = EvaluatorParts.Offline with
        {
            Judges = judges,
            Metrics = [.. EvaluatorParts.Offline.Metrics, new RubricMetricFactory(judges), new ClassMetricFactory(plugins), metricPrograms],
            Verifiers = [new JudgeVerifierFactory(judges), new ClassVerifierFactory(plugins), new EntailmentVerifierFactory(plugins)],
        };
    }

    public Experiment Experiment => inputs.Experiment;

    public ExperimentInputs Inputs => inputs;

    /// <summary>A judge of the experiment; the only one where no name is given.</summary>
    /// <exception cref="InputException">There is none of that name, or none alone.</exception>
    public Judge Judge(string? name, string where) => judges.Problems() is { Count: > 0 } problems
        ? throw new InputException(problems)
        : judges.Named(name ?? judges.OnlyName(where), where);

    public SpendMeter Spend() => new(inputs.Pricer);

    /// <summary>The pipelines with what can change their answers.</summary>
    public IReadOnlyList<PipelineSpec> ResolvedPipelines(Func<PipelineSpec, bool>? chosen = null) =>
        Experiment.Pipelines.Where(chosen ?? (_ => true)).WithContentHashes(factories);

    /// <summary>Reads everything that the experiment names, and throws where something is wrong; returns the number of samples.</summary>
    /// <param name="isIncomplete">Pipelines that cannot be built yet: their checkpoint is still to be trained.</param>
    public async Task<int> CheckAsync(Func<PipelineSpec, bool> isIncomplete, CancellationToken cancellationToken)
    {
        _ = (inputs.AnswerSchema, inputs.Prices, inputs.Corpus);
        var samples = await inputs.SamplesAsync(choice: null, cancellationToken).CountAsync(cancellationToken);
        EvaluatorCatalog.Check(Experiment, evaluators);
        if (!LoadsCode())
            SayWhatIsNotMeasured(EvaluatorCatalog.For(inputs, evaluators));
        await CheckPipelinesAsync(isIncomplete, cancellationToken);
        return samples;
    }

    /// <summary>Builds the pipelines and throws them away: what is wrong with one is found before a run begins.</summary>
    /// <param name="isIncomplete">Those of which only the settings are looked at.</param>
    /// <exception cref="InputException">Pipelines cannot be built: the problems of all of them.</exception>
    public async Task CheckPipelinesAsync(Func<PipelineSpec, bool> isIncomplete, CancellationToken cancellationToken)
    {
        List<InputProblem> problems = [];
        foreach (var pipeline in Experiment.Pipelines)
            problems.AddRange(await ProblemsAsync(pipeline, isIncomplete, cancellationToken));
        if (problems.Count > 0)
            throw new InputException(problems);
    }

    // What is loaded is known only then, and a check loads nothing.
    private bool LoadsCode() => Experiment.Verifier.Kind is ClassVerifierFactory.ClassKind or EntailmentVerifierFactory.EntailmentKind || Experiment.Metrics.Any(m => m.Kind is ClassMetricFactory.ClassKind);

    private void SayWhatIsNotMeasured(IReadOnlyList<IEvaluator> built)
    {
        if (inputs.Calibrations.Count == 0)
            return;
        var errors = ScorerError.Of(built.SelectMany(e => e.Metrics), inputs.Calibrations);
        foreach (var unused in ScorerError.Unused(errors, inputs.Calibrations))
            say($"warning: {ScorerWords.Unused(unused, errors)}");
    }

    private async Task<IReadOnlyList<InputProblem>> ProblemsAsync(PipelineSpec pipeline, Func<PipelineSpec, bool> isIncomplete, CancellationToken cancellationToken)
    {
        try
        {
            factories.Single(f => f.Kind == pipeline.Kind).Check(pipeline);
            if (isIncomplete(pipeline))
                return [];
            var spec = new[] { pipeline }.WithContentHashes(factories)[0];
            if (PreparesElsewhere(pipeline))
                return [];
            await factories.Single(f => f.Kind == spec.Kind).BuildAsync(spec, cancellationToken);
            return [];
        }
        catch (InputException exception)
        {
            return exception.Problems;
        }
    }

    public Evaluation Evaluation() => new(inputs, factories, EvaluatorCatalog.For(inputs, evaluators), ReportWriters.All, time)
    {
        Preparation = preparation,
        ScoreText = EnvironmentSecrets.Scores(Experiment.File),
        LimitChanges = () => endpoints.LimitChanges,
    };

    /// <summary>A recorded pipeline with the contents that it names now.</summary>
    public PipelineSpec AsItStands(PipelineSpec recorded) => new[] { recorded }.WithContentHashes(factories)[0];

    /// <summary>What rows would be scored by now.</summary>
    public IReadOnlyList<Metric> Metrics() => [.. EvaluatorCatalog.For(inputs, evaluators).SelectMany(e => e.Metrics)];

    /// <summary>Metric → definition id, as rows would be scored now.</summary>
    public IReadOnlyDictionary<string, string> Definitions() => Metrics().ToDictionary(m => m.Id, m => m.DefinitionId, StringComparer.Ordinal);

    public Task<IPipeline> BuildAsync(PipelineSpec spec, CancellationToken cancellationToken) =>
        factories.Single(f => f.Kind == spec.Kind).BuildAsync(AsItStands(spec), cancellationToken);

    /// <summary>Measures the experiment's verifier on labels.</summary>
    public GroundednessScorer VerifierScorer() => new(Experiment.Verifier.Kind, EvaluatorCatalog.Verifier(Experiment, evaluators));

    /// <summary>Measures a judge of correctness on labels.</summary>
    public ILabelScorer CorrectnessScorer(string judge, string where) => CorrectnessScorer(Judge(judge, where));

    public static ILabelScorer CorrectnessScorer(Judge judge) => new ClaimRecallScorer(new ClaimCorrectnessEvaluator(judge, new AnswerReader(new AnswerContract())));

    public void Dispose()
    {
        processes.Dispose();
        metricPrograms.Dispose();
        plugins.Dispose();
        endpoints.Dispose();
        postgres.Dispose();
    }

    // Its index may have to be embedded at an endpoint, or written to a database: that is a run's to do, not a check's.
    private static bool PreparesElsewhere(PipelineSpec pipeline) =>
        pipeline.Settings["retrieval"] is { } retrieval && (retrieval["embedder"]?["endpoint"] is not null || (string?)retrieval["store"] == "pgvector");
}

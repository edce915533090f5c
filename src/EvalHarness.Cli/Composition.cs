using EvalHarness.Cli.Terminal;
using EvalHarness.Datasets;
using EvalHarness.Embedded;
using EvalHarness.Embedded.Retrieval;
using EvalHarness.Evaluators;
using EvalHarness.Experiments;
using EvalHarness.Imports.Recorded;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Reports;

namespace EvalHarness.Cli;

/// <summary>Puts the harness together for one experiment: which providers, retrievers, evaluators and writers there are.</summary>
internal sealed class Composition
{
    private readonly ExperimentInputs inputs;
    private readonly IReadOnlyList<IPipelineFactory> factories =
        [new ChatPipelineFactory([new EmbeddedModelProvider()], [new KeywordRetrieverFactory(CorpusReader.Read)]), new RecordedPipelineFactory()];

    private Composition(ExperimentInputs inputs) => this.inputs = inputs;

    public Experiment Experiment => inputs.Experiment;

    public ExperimentInputs Inputs => inputs;

    public static Composition For(Experiment experiment) => new(new ExperimentInputs(experiment));

    public SpendMeter Spend() => new(inputs.Pricer);

    /// <summary>The pipelines with what can change their answers.</summary>
    public IReadOnlyList<PipelineSpec> ResolvedPipelines(Func<PipelineSpec, bool>? chosen = null) =>
        Experiment.Pipelines.Where(chosen ?? (_ => true)).WithContentHashes(factories);

    /// <summary>Reads everything that the experiment names, and throws where something is wrong; returns the number of samples.</summary>
    /// <param name="isIncomplete">Pipelines that cannot be built yet: their checkpoint is still to be trained.</param>
    public async Task<int> CheckAsync(Func<PipelineSpec, bool> isIncomplete, CancellationToken cancellationToken)
    {
        _ = (inputs.AnswerSchema, inputs.Prices, inputs.Corpus);
        var samples = await inputs.SamplesAsync(limit: null, cancellationToken).CountAsync(cancellationToken);
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

    private async Task<IReadOnlyList<InputProblem>> ProblemsAsync(PipelineSpec pipeline, Func<PipelineSpec, bool> isIncomplete, CancellationToken cancellationToken)
    {
        try
        {
            factories.Single(f => f.Kind == pipeline.Kind).Check(pipeline);
            if (isIncomplete(pipeline))
                return [];
            var spec = new[] { pipeline }.WithContentHashes(factories)[0];
            await factories.Single(f => f.Kind == spec.Kind).BuildAsync(spec, cancellationToken);
            return [];
        }
        catch (InputException exception)
        {
            return exception.Problems;
        }
    }

    public Evaluation Evaluation(TimeProvider time) => new(inputs, factories, EvaluatorCatalog.For(inputs), ReportWriters.All, time);
}

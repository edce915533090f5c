using EvalHarness.Cli.Terminal;
using EvalHarness.Datasets;
using EvalHarness.Embedded;
using EvalHarness.Embedded.Retrieval;
using EvalHarness.Evaluators;
using EvalHarness.Experiments;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Reports;

namespace EvalHarness.Cli;

/// <summary>Puts the harness together for one experiment: which providers, retrievers, evaluators and writers there are.</summary>
internal sealed class Composition
{
    private readonly ExperimentInputs inputs;
    private readonly IReadOnlyList<IPipelineFactory> factories =
        [new ChatPipelineFactory([new EmbeddedModelProvider()], [new KeywordRetrieverFactory(CorpusReader.Read)])];

    private Composition(ExperimentInputs inputs) => this.inputs = inputs;

    public Experiment Experiment => inputs.Experiment;

    public ExperimentInputs Inputs => inputs;

    public static Composition For(Experiment experiment) => new(new ExperimentInputs(experiment));

    public SpendMeter Spend() => new(inputs.Prices);

    /// <summary>The pipelines with what can change their answers.</summary>
    public IReadOnlyList<PipelineSpec> ResolvedPipelines() => Experiment.Pipelines.WithContentHashes(factories);

    /// <summary>Reads everything that the experiment names, and throws where something is wrong; returns the number of samples.</summary>
    public async Task<int> CheckAsync(CancellationToken cancellationToken)
    {
        _ = (inputs.AnswerSchema, inputs.Prices, inputs.Corpus);
        var samples = await inputs.SamplesAsync(limit: null, cancellationToken).CountAsync(cancellationToken);
        return samples;
    }

    public Evaluation Evaluation(TimeProvider time) => new(inputs, factories, EvaluatorCatalog.For(inputs), ReportWriters.All, time);
}

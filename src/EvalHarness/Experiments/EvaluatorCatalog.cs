using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Abstention;
using EvalHarness.Evaluators.Citations;
using EvalHarness.Evaluators.Correctness;
using EvalHarness.Evaluators.Cost;
using EvalHarness.Evaluators.Format;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Latency;
using EvalHarness.Evaluators.Retrieval;
using EvalHarness.Pipelines;

namespace EvalHarness.Experiments;

/// <summary>The evaluators of an experiment, in the order in which their metrics are reported.</summary>
public static class EvaluatorCatalog
{
    private static readonly Stage[] Stages = [Stage.Embed, Stage.Search, Stage.Rerank, Stage.Prompt, Stage.Generate];

    public static IReadOnlyList<IEvaluator> For(ExperimentInputs inputs)
    {
        var reader = new AnswerReader(inputs.Experiment.Answer);
        var verifier = new LocalVerifier();
        return
        [
            new AbstentionEvaluator(reader),
            new CorrectnessEvaluator(reader),
            new SquadEvaluator(reader),
            .. Bodies(inputs.Corpus).Select(body => new GroundednessEvaluator(body, verifier, reader)),
            .. inputs.Corpus is { } corpus ? AgainstCorpus(corpus, verifier, reader, inputs.Experiment.RetrievalK) : [],
            new FormatEvaluator(inputs.Experiment.Answer, reader, inputs.AnswerSchema),
            new CostEvaluator(inputs.Pricer),
            new LatencyEvaluator([.. Stages.Select(s => s.Name).Union(OwnStages(inputs.Experiment), StringComparer.Ordinal)]),
        ];
    }

    // Those that a service's settings name; a program names its stages only when it answers.
    private static IEnumerable<string> OwnStages(Experiment experiment) => experiment.Pipelines
        .Where(p => p.Settings["reply"]?["stages"] is JsonObject)
        .SelectMany(p => p.Settings["reply"]!["stages"]!.AsObject().Select(s => s.Key));

    private static IReadOnlyList<IEvidenceBody> Bodies(Corpus? corpus) => [.. corpus is null ? Array.Empty<IEvidenceBody>() : [new CorpusBody(corpus)], new PassagesBody(), new GoldBody(corpus)];

    private static IReadOnlyList<IEvaluator> AgainstCorpus(Corpus corpus, IClaimVerifier verifier, AnswerReader reader, int k) =>
    [
        new CitationEvaluator(verifier, reader, corpus),
        new RetrievalEvaluator(k, corpus),
        new SpanEvaluator(k, corpus),
    ];
}

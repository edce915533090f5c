using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Abstention;
using EvalHarness.Evaluators.Checks;
using EvalHarness.Evaluators.Citations;
using EvalHarness.Evaluators.Correctness;
using EvalHarness.Evaluators.Cost;
using EvalHarness.Evaluators.Format;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Evaluators.Latency;
using EvalHarness.Evaluators.Retrieval;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Experiments;

/// <summary>The evaluators of an experiment, in the order in which their metrics are reported.</summary>
public static class EvaluatorCatalog
{
    private const string Correctness = "correctness";

    private static readonly Stage[] Stages = [Stage.Embed, Stage.Search, Stage.Rerank, Stage.Prompt, Stage.Generate];

    /// <exception cref="InputException">A metric or verifier of the experiment cannot be built, or an id stands for two metrics.</exception>
    public static IReadOnlyList<IEvaluator> For(ExperimentInputs inputs, EvaluatorParts parts)
    {
        var reader = new AnswerReader(inputs.Experiment.Answer);
        IReadOnlyList<IEvaluator> evaluators =
        [
            .. Own(inputs, reader, parts.Build(inputs.Experiment.Verifier)),
            .. inputs.Experiment.Correctness is { } judged ? new[] { new ClaimCorrectnessEvaluator(parts.Judges.Named(judged.Judge, Correctness), reader) } : [],
            .. inputs.Experiment.Metrics.Select(metric => parts.Factory(metric).Build(metric, reader)),
        ];
        ThrowIfTwice(evaluators);
        return evaluators;
    }

    /// <summary>Looks at what the experiment says of its verifier and metrics; nothing is loaded, started or called.</summary>
    /// <exception cref="InputException">All problems.</exception>
    public static void Check(Experiment experiment, EvaluatorParts parts)
    {
        List<InputProblem> problems = [.. parts.Judges.Problems()];
        problems.AddRange(Problems(() => parts.Factory(experiment.Verifier)?.Check(experiment.Verifier)));
        if (experiment.Correctness is { } judged)
            problems.AddRange(Problems(() => parts.Judges.Named(judged.Judge, Correctness)));
        foreach (var metric in experiment.Metrics)
            problems.AddRange(Problems(() => parts.Factory(metric).Check(metric)));
        if (problems.Count > 0)
            // What is wrong with a judge is wrong for everything that asks it.
            throw new InputException([.. problems.Distinct()]);
    }

    /// <summary>The experiment's verifier, checked and built.</summary>
    /// <exception cref="InputException">It cannot be built.</exception>
    public static IClaimVerifier Verifier(Experiment experiment, EvaluatorParts parts)
    {
        parts.Factory(experiment.Verifier)?.Check(experiment.Verifier);
        return parts.Build(experiment.Verifier);
    }

    private static IReadOnlyList<InputProblem> Problems(Action check)
    {
        try
        {
            check();
            return [];
        }
        catch (InputException exception)
        {
            return exception.Problems;
        }
    }

    private static void ThrowIfTwice(IReadOnlyList<IEvaluator> evaluators)
    {
        var twice = evaluators.SelectMany(e => e.Metrics).GroupBy(m => m.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        if (twice.Count > 0)
            throw new InputException([.. twice.Select(id => new InputProblem($"metrics.{id}", $"'{id}' is the id of two metrics", "Give the metric of yours another id."))]);
    }

    private static IReadOnlyList<IEvaluator> Own(ExperimentInputs inputs, AnswerReader reader, IClaimVerifier verifier) =>
    [
        new AbstentionEvaluator(reader),
        new CorrectnessEvaluator(reader),
        new SquadEvaluator(reader),
        .. Bodies(inputs.Corpus).Select(body => new GroundednessEvaluator(body, verifier, reader)),
        .. inputs.Corpus is { } corpus ? AgainstCorpus(corpus, verifier, reader, inputs.Experiment.RetrievalK) : [],
        new FormatEvaluator(inputs.Experiment.Answer, reader, inputs.AnswerSchema),
        new RunOnEvaluator(reader),
        new CostEvaluator(inputs.Pricer),
        new LatencyEvaluator([.. Stages.Select(s => s.Name).Union(OwnStages(inputs.Experiment), StringComparer.Ordinal)]),
    ];

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
        new EvidencedRefusalEvaluator(reader, corpus),
    ];
}

using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>The share of an answer's claims that the passages it was given support: faithfulness proper.</summary>
/// <remarks>Unit: a ratio in [0, 1], higher is better; not applicable without retrieval, so never paired with a pipeline that does not retrieve. Source: Es et al. 2023, arXiv:2309.15217.</remarks>
public sealed class GroundednessPassagesEvaluator(IClaimVerifier verifier, AnswerReader reader) : IEvaluator
{
    private readonly Metric groundedness = new("groundedness-passages", Unit.Ratio, Direction.Higher, $"1 {verifier.Definition}") { Scorer = new ScorerDefinition("groundedness", verifier.Definition) };

    public string Definition => $"groundedness-passages/{groundedness.Definition} {reader.Definition}";

    public IReadOnlyList<Metric> Metrics => [groundedness];

    public async ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken)
    {
        if (trace.Answer is not { } answer)
            return Metrics.Failed(trace.Failure());
        if (answer.Passages is not { } passages)
            return Metrics.NotApplicable("the pipeline does not retrieve");
        var reply = reader.Read(answer);
        if (reply.IsAbstention)
            return Metrics.NotApplicable("the answer abstains");

        var verdicts = await verifier.VerifyAsync(sample.Asked(), reply.Text, new PassageEvidence(passages), cancellationToken);
        return [groundedness.Ratio(verdicts.Count(v => v.IsSupported), verdicts.Count, "the answer claims nothing", ClaimDetail.Of(verdicts))];
    }
}

using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>The share of an answer's claims that the corpus supports, and whether any claim is unsupported. Defined for every pipeline, so it is the one that is paired.</summary>
/// <remarks>
/// Units: a ratio in [0, 1], higher is better; a yes/no, lower is better, which counts every row: an abstention has nothing unsupported, so it is read beside coverage.
/// Neither says whether the evidence is true. Error: one claim in n moves the ratio by 1/n; the verifier's own error is measured on people's labels.
/// Source: faithfulness, Es et al. 2023, arXiv:2309.15217; hallucinated response, Niu et al. 2024, arXiv:2401.00396.
/// </remarks>
public sealed class GroundednessCorpusEvaluator : IEvaluator
{
    private readonly IClaimVerifier verifier;
    private readonly AnswerReader reader;
    private readonly CorpusEvidence evidence;
    private readonly Metric groundedness;
    private readonly Metric unsupported;

    public GroundednessCorpusEvaluator(IClaimVerifier verifier, AnswerReader reader, Corpus corpus)
    {
        (this.verifier, this.reader) = (verifier, reader);
        evidence = new CorpusEvidence(corpus);
        var definition = $"1 {verifier.Definition} corpus={ContentHash.Short(ContentHash.Of(corpus.Hash))}";
        groundedness = new Metric("groundedness-corpus", Unit.Ratio, Direction.Higher, definition) { Scorer = new ScorerDefinition("groundedness", verifier.Definition) };
        unsupported = new Metric("unsupported-answer", Unit.YesNo, Direction.Lower, definition) { Scorer = groundedness.Scorer };
        Metrics = [groundedness, unsupported];
        Definition = $"groundedness-corpus/{definition} {reader.Definition}";
    }

    public string Definition { get; }

    public IReadOnlyList<Metric> Metrics { get; }

    public async ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken)
    {
        if (trace.Answer is not { } answer)
            return Metrics.Failed(trace.Failure());
        var reply = reader.Read(answer);
        if (reply.IsAbstention)
            return [groundedness.NotApplicable("the answer abstains"), unsupported.Scored(false, "the answer abstains")];

        var verdicts = await verifier.VerifyAsync(sample.Asked(), reply.Text, evidence, cancellationToken);
        var supported = verdicts.Count(v => v.IsSupported);
        return [groundedness.Ratio(supported, verdicts.Count, "the answer claims nothing", ClaimDetail.Of(verdicts)), Worst(verdicts)];
    }

    private Score Worst(IReadOnlyList<ClaimVerdict> verdicts)
    {
        var worst = verdicts.Where(v => !v.IsSupported).MinBy(v => v.Support);
        return worst is null ? unsupported.Scored(false, "every claim is supported") : unsupported.Scored(true, $"'{worst.Claim}': {worst.Reason}");
    }
}

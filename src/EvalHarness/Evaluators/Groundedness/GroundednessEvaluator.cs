using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>The share of an answer's claims that a body of evidence supports and, of the body that is there for every answer, whether any claim is unsupported.</summary>
/// <remarks>
/// Units: a ratio in [0, 1], higher is better; a yes/no, lower is better, which counts every row: an abstention has nothing unsupported, so it is read beside coverage.
/// Neither says whether the evidence is true. Error: one claim in n moves the ratio by 1/n; the verifier's own error is measured on people's labels.
/// Source: faithfulness, Es et al. 2023, arXiv:2309.15217; hallucinated response, Niu et al. 2024, arXiv:2401.00396.
/// </remarks>
public sealed class GroundednessEvaluator : IEvaluator
{
    private readonly IEvidenceBody body;
    private readonly IClaimVerifier verifier;
    private readonly AnswerReader reader;
    private readonly Metric groundedness;
    private readonly Metric? unsupported;

    public GroundednessEvaluator(IEvidenceBody body, IClaimVerifier verifier, AnswerReader reader)
    {
        (this.body, this.verifier, this.reader) = (body, verifier, reader);
        var definition = $"3 {verifier.Definition} {body.Definition}".TrimEnd();
        groundedness = new Metric($"groundedness-{body.Name}", Unit.Ratio, Direction.Higher, definition) { Scorer = new ScorerDefinition("groundedness", verifier.Definition) };
        unsupported = body.IsForEveryAnswer ? new Metric("unsupported-answer", Unit.YesNo, Direction.Lower, definition) { Scorer = groundedness.Scorer } : null;
        Metrics = unsupported is null ? [groundedness] : [groundedness, unsupported];
        Definition = $"{groundedness.Id}/{definition} {reader.Definition}";
    }

    public string Definition { get; }

    public IReadOnlyList<Metric> Metrics { get; }

    public async ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken)
    {
        if (trace.Answer is not { } answer)
            return Metrics.Failed(trace.Failure());
        var held = body.For(sample, answer);
        if (held.Evidence is not { } evidence)
            return held.Without(Metrics);
        var reply = reader.Read(answer);
        if (reply.IsAbstention)
            return Scores(groundedness.NotApplicable("the answer abstains"), m => m.Scored(false, "the answer abstains"));

        var verdicts = await verifier.VerifyAsync(sample.Asked(), reply.Text, evidence, cancellationToken);
        var supported = verdicts.Count(v => v.IsSupported);
        return Scores(groundedness.Ratio(supported, verdicts.Count, "the answer claims nothing", ClaimDetail.Of(verdicts)), m => Worst(m, verdicts));
    }

    private Score[] Scores(Score share, Func<Metric, Score> worst) => unsupported is null ? [share] : [share, worst(unsupported)];

    private static Score Worst(Metric unsupported, IReadOnlyList<ClaimVerdict> verdicts)
    {
        var worst = verdicts.Where(v => !v.IsSupported).MinBy(v => v.Support);
        return worst is null ? unsupported.Scored(false, "every claim is supported") : unsupported.Scored(true, $"'{worst.Claim}': {worst.Reason}");
    }
}

using EvalHarness.Evaluators.Groundedness;

namespace EvalHarness.Calibration;

/// <summary>Judges as <c>groundedness</c> does: an answer is grounded when its verifier finds every claim supported.</summary>
/// <remarks>The score is the weakest claim's support, in [0, 1]. An answer that claims nothing has nothing unsupported.</remarks>
public sealed class GroundednessScorer(string name, IClaimVerifier verifier) : ILabelScorer
{
    public string Evaluator => LabelScorers.Groundedness;

    public string Verifier => name;

    public string Definition => verifier.Definition;

    public async ValueTask<Judgement?> JudgeAsync(LabelledRow row, CancellationToken cancellationToken)
    {
        if (row.Context.Length == 0)
            return null;
        try
        {
            return Weakest(await verifier.VerifyAsync(row.Question, row.Answer, new TextEvidence(row.Context), cancellationToken));
        }
        catch (NoVerdictException)
        {
            return null;
        }
    }

    private static Judgement Weakest(IReadOnlyList<ClaimVerdict> verdicts) => verdicts.MinBy(v => v.Support) is { } weakest
        ? new Judgement(weakest.Support, verdicts.All(v => v.IsSupported), weakest.Reason ?? "every claim is supported")
        : new Judgement(1, true, "the answer claims nothing");
}

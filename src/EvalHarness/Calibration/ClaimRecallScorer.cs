using EvalHarness.Evaluators.Abstention;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Judges;

namespace EvalHarness.Calibration;

/// <summary>Judges as <c>claim-recall</c> does: an answer is right when a judge finds every claim of a gold answer in it.</summary>
/// <remarks>The score is the best gold answer's weakest claim, in [0, 1]. Gold answers are asked one by one until one is found whole.</remarks>
public sealed class ClaimRecallScorer(ClaimCorrectnessEvaluator evaluator) : ILabelScorer
{
    public string Evaluator => LabelScorers.Correctness;

    public string Verifier => JudgeVerifier.Kind;

    public string Definition => evaluator.Definition;

    public async ValueTask<Judgement?> JudgeAsync(LabelledRow row, CancellationToken cancellationToken)
    {
        if (row.References.Count == 0)
            return null;
        if (AbstentionPhrases.Says(row.Answer))
            return new Judgement(0, false, "the answer abstains");
        try
        {
            return await BestAsync(row, cancellationToken);
        }
        catch (NoVerdictException)
        {
            return null;
        }
    }

    private async Task<Judgement> BestAsync(LabelledRow row, CancellationToken cancellationToken)
    {
        var best = new Judgement(0, false);
        foreach (var gold in row.References)
        {
            var verdicts = await evaluator.FoundAsync(row.Question, gold, row.Answer, cancellationToken);
            var weakest = verdicts.MinBy(v => v.Support)!;
            if (weakest.Support >= best.Score)
                best = new Judgement(weakest.Support, verdicts.All(v => v.IsSupported), weakest.Reason ?? "every claim of the gold answer is found");
            if (best.Verdict)
                break;
        }

        return best;
    }
}

using EvalHarness.Evaluators.Abstention;
using EvalHarness.Evaluators.Correctness;

namespace EvalHarness.Calibration;

/// <summary>Judges as <c>answer-correctness</c> does.</summary>
internal sealed class CorrectnessScorer : ILabelScorer
{
    public string Evaluator => LabelScorers.Correctness;

    public string Verifier => LabelScorers.Local;

    public string Definition => GoldMatcher.Definition;

    public ValueTask<Judgement?> JudgeAsync(LabelledRow row, CancellationToken cancellationToken)
    {
        if (row.References.Count == 0)
            return new((Judgement?)null);
        if (AbstentionPhrases.Says(row.Answer))
            return new(new Judgement(0, false, "the answer abstains"));
        var match = GoldMatcher.Best(row.Question, row.References, row.Answer);
        return new(new Judgement(match.Score, match.IsMatch, match.Reason));
    }
}

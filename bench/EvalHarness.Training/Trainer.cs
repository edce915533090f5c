using EvalHarness.Evaluators.Groundedness.Features;
using EvalHarness.Evaluators.Groundedness.Weights;

namespace EvalHarness.Training;

/// <summary>Trains a model on answers: the weighted sum first, then trees.</summary>
internal static class Trainer
{
    /// <summary>A model without its threshold (0): that is chosen on answers that it has not seen.</summary>
    public static SupportModel Train(IReadOnlyList<LabelledAnswer> answers, TrainingOptions options)
    {
        var set = new TrainingSet(answers, options);
        var (means, coefficients, offset) = LinearStage.Fit(set, options);
        var sum = new SupportModel([.. FeatureSet.All.Select(f => f.Name)], means, coefficients, [], options.OwnShare, options.Contradiction, 0);
        var trees = options.Trees == 0 ? [] : new TreeStage(set, options).Grow([.. set.Claims.Select(c => sum.Score(c))], offset);
        return sum with { Trees = trees };
    }

    /// <summary>An answer's score: its weakest claim's, of which a share is its claims' mean; a contradicted claim is weak.</summary>
    public static double Score(SupportModel model, LabelledAnswer answer)
    {
        var scores = answer.Claims.Select(c => model.Score(c)).ToList();
        var mean = scores.Average();
        return answer.Claims.Zip(scores, (claim, score) => model.Blend(score, mean, ContradictionFeatures.IsContradicted(claim))).Min();
    }
}

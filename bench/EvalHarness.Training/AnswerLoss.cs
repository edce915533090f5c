namespace EvalHarness.Training;

/// <summary>People judge answers, the model claims: an answer's score is a share of its weakest claim and of its claims' mean, and the loss is the log loss of that.</summary>
internal sealed class AnswerLoss(TrainingSet set, double ownShare)
{
    private const double Sharpness = 1;

    /// <summary>The loss, and its first and second derivative by each claim's score; the weakest claim is softened, so that more than one learns.</summary>
    public double Derive(double[] scores, double offset, double[] first, double[] second, out double byOffset)
    {
        var (loss, claim) = (0.0, 0);
        byOffset = 0;
        for (var answer = 0; answer < set.Answers.Count; answer++)
        {
            var count = set.Answers[answer].Claims.Count;
            var part = scores.AsSpan(claim, count);
            Derive(part, offset, set.Answers[answer].IsGrounded, set.Weights[answer], first.AsSpan(claim, count), second.AsSpan(claim, count), ref loss, ref byOffset);
            claim += count;
        }

        return loss;
    }

    private void Derive(ReadOnlySpan<double> scores, double offset, bool isGrounded, double weight, Span<double> first, Span<double> second, ref double loss, ref double byOffset)
    {
        var (least, mean) = (double.PositiveInfinity, 0.0);
        foreach (var score in scores)
            (least, mean) = (Math.Min(least, score), mean + (score / scores.Length));
        var (total, soft) = (0.0, 0.0);
        foreach (var score in scores)
        {
            var share = Math.Exp(-Sharpness * (score - least));
            (total, soft) = (total + share, soft + (share * score));
        }

        soft /= total;
        var odds = (ownShare * soft) + ((1 - ownShare) * mean) + offset;
        var chance = 1 / (1 + Math.Exp(-odds));
        loss -= weight * Math.Log(Math.Max(1e-12, isGrounded ? chance : 1 - chance));
        var slope = weight * (chance - (isGrounded ? 1 : 0));
        byOffset += slope;
        for (var i = 0; i < scores.Length; i++)
        {
            var share = Math.Exp(-Sharpness * (scores[i] - least)) / total;
            var by = (ownShare * share * (1 - (Sharpness * (scores[i] - soft)))) + ((1 - ownShare) / scores.Length);
            first[i] = slope * by;
            second[i] = weight * chance * (1 - chance) * Math.Max(by * by, 1e-4);
        }
    }
}

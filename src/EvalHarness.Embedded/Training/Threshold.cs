namespace EvalHarness.Embedded.Training;

/// <summary>Chooses from which confidence on it is better to answer than to abstain.</summary>
internal static class Threshold
{
    /// <summary>The threshold that maximises right minus wrong answers; the highest confidence plus a little when answering never pays.</summary>
    public static double Choose(IEnumerable<(double Confidence, bool IsRight)> answers)
    {
        var (best, bestGain, gain) = (1.0, 0, 0);
        foreach (var (confidence, isRight) in answers.OrderByDescending(a => a.Confidence))
        {
            gain += isRight ? 1 : -1;
            if (gain > bestGain)
                (best, bestGain) = (confidence, gain);
        }

        return best;
    }
}

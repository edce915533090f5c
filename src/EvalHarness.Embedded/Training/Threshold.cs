namespace EvalHarness.Embedded.Training;

/// <summary>Chooses from which confidence on a tuned reader answers.</summary>
internal static class Threshold
{
    /// <summary>The confidence that best tells questions that have an answer from those that have none: it maximises the mean of both shares of right decisions.</summary>
    /// <remarks>Without a question of either kind it is 0: the reader was never shown how to abstain.</remarks>
    public static double Choose(IReadOnlyCollection<(double Confidence, bool HasAnswer)> questions)
    {
        var (answerable, unanswerable) = (questions.Count(q => q.HasAnswer), questions.Count(q => !q.HasAnswer));
        if (answerable == 0 || unanswerable == 0)
            return 0;

        var (threshold, best, answered, wrongly) = (0.0, 0.0, 0, 0);
        foreach (var (confidence, hasAnswer) in questions.OrderByDescending(q => q.Confidence))
        {
            (answered, wrongly) = hasAnswer ? (answered + 1, wrongly) : (answered, wrongly + 1);
            var gain = ((double)answered / answerable) - ((double)wrongly / unanswerable);
            if (gain > best)
                (threshold, best) = (confidence, gain);
        }

        return threshold;
    }
}

namespace EvalHarness.Embedded.Training;

/// <summary>Chooses from which confidence on a tuned reader answers.</summary>
internal static class Threshold
{
    private const double Least = 1e-6;

    /// <summary>Halfway, in log-odds, between the mean confidence for questions that have an answer and for those that have none: a few examples more or less hardly move it.</summary>
    /// <remarks>Without a question of either kind it is 0: the reader was never shown how to abstain. Source: the boundary of a linear discriminant with equal priors.</remarks>
    public static double Choose(IReadOnlyCollection<(double Confidence, bool HasAnswer)> questions)
    {
        if (!questions.Any(q => q.HasAnswer) || questions.All(q => q.HasAnswer))
            return 0;
        var middle = (Mean(questions, hasAnswer: true) + Mean(questions, hasAnswer: false)) / 2;
        return 1 / (1 + Math.Exp(-middle));
    }

    private static double Mean(IEnumerable<(double Confidence, bool HasAnswer)> questions, bool hasAnswer) =>
        questions.Where(q => q.HasAnswer == hasAnswer).Average(q => LogOdds(Math.Clamp(q.Confidence, Least, 1 - Least)));

    private static double LogOdds(double probability) => Math.Log(probability / (1 - probability));
}

using EvalHarness.Statistics;

namespace EvalHarness.Training;

/// <summary>How far figures would move with other contexts: in every file the groups are drawn anew, with replacement, a thousand times.</summary>
/// <remarks>The draws depend on the answers alone: two ways of scoring the same answers are compared draw by draw. They say nothing of another kind of file, and the models are not trained anew.</remarks>
internal static class GroupBootstrap
{
    public const int Draws = 1000;

    /// <summary>A file's balanced accuracy and AUC in each draw; one without both labels is drawn again.</summary>
    public static (double[] Accuracy, double[] Auc) Of(List<Held> rows)
    {
        var groups = rows.GroupBy(h => h.Answer.Group).Select(g => g.ToList()).ToList();
        var random = new SeededRandom(1, "groups of " + rows[0].Answer.File);
        var (accuracy, auc) = (new double[Draws], new double[Draws]);
        for (var draw = 0; draw < Draws; draw++)
        {
            var drawn = Draw(groups, random);
            (accuracy[draw], auc[draw]) = (Result.Accuracy(drawn), Result.Auc(drawn));
        }

        return (accuracy, auc);
    }

    /// <summary>The means over files, draw by draw.</summary>
    public static double[] Mean(IReadOnlyList<double[]> files) => [.. Enumerable.Range(0, Draws).Select(draw => files.Average(file => file[draw]))];

    /// <summary>The middle 95 %.</summary>
    public static Interval Interval(IEnumerable<double> draws)
    {
        var sorted = draws.Order().ToArray();
        return new Interval(sorted[(int)(0.025 * sorted.Length)], sorted[(int)(0.975 * sorted.Length)]);
    }

    private static List<Held> Draw(List<List<Held>> groups, SeededRandom random)
    {
        while (true)
        {
            var drawn = new List<Held>();
            for (var i = 0; i < groups.Count; i++)
                drawn.AddRange(groups[random.Next(groups.Count)]);
            if (drawn.Exists(h => h.Answer.IsGrounded) && drawn.Exists(h => !h.Answer.IsGrounded))
                return drawn;
        }
    }
}

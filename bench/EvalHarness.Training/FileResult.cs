namespace EvalHarness.Training;

/// <summary>The figures of one way of scoring on one file.</summary>
/// <param name="AccuracyDraws">Balanced accuracy with the groups drawn anew: <see cref="GroupBootstrap"/>.</param>
internal sealed record FileResult(string File, double BalancedAccuracy, double Auc, double[] AccuracyDraws, double[] AucDraws)
{
    public static FileResult Of(List<Held> rows)
    {
        var (accuracy, auc) = GroupBootstrap.Of(rows);
        return new FileResult(rows[0].Answer.File, Result.Accuracy(rows), Result.Auc(rows), accuracy, auc);
    }
}

namespace EvalHarness.Statistics;

/// <summary>The area under the ROC curve: the chance that a row labelled yes scores above one labelled no, ties half.</summary>
/// <remarks>Source: Hanley and McNeil 1982; the placements that its variance rests on, DeLong, DeLong and Clarke-Pearson 1988.</remarks>
public static class RocArea
{
    /// <summary>In [0, 1]; absent where one of the labels has no row.</summary>
    public static double? Of(IReadOnlyList<double> scores, IReadOnlyList<bool> labels) =>
        Placements(scores, labels) is { } placements ? placements.Where((_, i) => labels[i]).Average() : null;

    /// <summary>Per row the share of the rows with the other label that it stands on the right side of; absent where one of the labels has no row.</summary>
    public static double[]? Placements(IReadOnlyList<double> scores, IReadOnlyList<bool> labels)
    {
        double[] yes = [.. scores.Where((_, i) => labels[i]).Order()];
        double[] no = [.. scores.Where((_, i) => !labels[i]).Order()];
        if (yes.Length == 0 || no.Length == 0)
            return null;
        return [.. scores.Select((score, i) => labels[i] ? Below(no, score) : 1 - Below(yes, score))];
    }

    /// <summary>The share of values below one, equal ones half.</summary>
    private static double Below(double[] ascending, double value) =>
        (Count(ascending, value, orEqual: false) + Count(ascending, value, orEqual: true)) / 2.0 / ascending.Length;

    private static int Count(double[] ascending, double value, bool orEqual)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ascending[middle] < value || (orEqual && ascending[middle] == value))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}

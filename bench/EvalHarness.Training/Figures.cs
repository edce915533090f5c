namespace EvalHarness.Training;

/// <summary>How scores agree with labels.</summary>
internal static class Figures
{
    /// <summary>The chance that a grounded answer scores above one that is not, ties half.</summary>
    public static double Auc(IEnumerable<(double Score, bool Label)> rows)
    {
        var sorted = rows.OrderBy(r => r.Score).ToList();
        var (ranks, positives) = (0.0, 0);
        for (var i = 0; i < sorted.Count;)
        {
            var end = i;
            while (end < sorted.Count && sorted[end].Score == sorted[i].Score)
                end++;
            var here = sorted[i..end].Count(r => r.Label);
            ranks += here * ((i + end + 1) / 2.0);
            positives += here;
            i = end;
        }

        var negatives = sorted.Count - positives;
        return (ranks - (positives * (positives + 1) / 2.0)) / ((double)positives * negatives);
    }

    public static double BalancedAccuracy(IReadOnlyCollection<(bool Said, bool Label)> rows) =>
        ((rows.Count(r => r.Label && r.Said) / (double)rows.Count(r => r.Label)) + (rows.Count(r => !r.Label && !r.Said) / (double)rows.Count(r => !r.Label))) / 2;

    /// <summary>The threshold with the best mean balanced accuracy over files, smoothed over its neighbours so that it does not hang on a few rows.</summary>
    public static double BestThreshold(IReadOnlyList<(double Score, bool Label, string File)> rows)
    {
        const int Steps = 200, Reach = 10;
        var sorted = rows.Select(r => r.Score).Order().ToArray();
        var cuts = Enumerable.Range(0, Steps).Select(i => sorted[(int)((long)i * (sorted.Length - 1) / (Steps - 1))]).ToArray();
        var files = rows.GroupBy(r => r.File).Select(f => (Grounded: f.Where(r => r.Label).Select(r => r.Score).ToArray(), Others: f.Where(r => !r.Label).Select(r => r.Score).ToArray())).ToList();
        var accuracy = cuts.Select(cut => files.Average(f => (f.Grounded.Count(s => s >= cut) / (double)f.Grounded.Length) + (f.Others.Count(s => s < cut) / (double)f.Others.Length))).ToArray();
        double Smooth(int i) => Enumerable.Range(-Reach, (2 * Reach) + 1).Average(d => accuracy[Math.Clamp(i + d, 0, Steps - 1)]);
        return cuts[Enumerable.Range(0, Steps).MaxBy(Smooth)];
    }

    public static double Correlation(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        var (meanLeft, meanRight) = (left.Average(), right.Average());
        var both = left.Zip(right, (l, r) => (l - meanLeft) * (r - meanRight)).Sum();
        return both / Math.Sqrt(left.Sum(l => (l - meanLeft) * (l - meanLeft)) * right.Sum(r => (r - meanRight) * (r - meanRight)));
    }
}

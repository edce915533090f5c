using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>A pipeline against itself: each sample's repeats, divided at random into two sides. What differs is what answering again changes.</summary>
internal static class SplitRepeats
{
    public static PairedRows Of(GateSide side, Metric metric, string slice, SeededRandom random)
    {
        var column = side.Column(metric.Id)!;
        var sign = metric.Direction is Direction.Higher ? 1 : -1;
        List<(double, double, int)> rows = [];
        foreach (var sample in side.Scores.Slices.FirstOrDefault(s => s.Name == slice)?.Samples ?? [])
        {
            double[] values = [.. Enumerable.Range(0, column.Repeats).Select(r => column.ValueOf(sample, r)).OfType<double>()];
            if (values.Length < 2)
                continue;
            Shuffle(values, random);
            var half = values.Length / 2;
            rows.Add((sign * values[..half].Average(), sign * values[half..(2 * half)].Average(), side.Scores.Samples[sample].ClusterIndex));
        }

        return new PairedRows(metric, rows, rows.Count);
    }

    private static void Shuffle(double[] values, SeededRandom random)
    {
        for (var last = values.Length - 1; last > 0; last--)
        {
            var other = random.Next(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }
}

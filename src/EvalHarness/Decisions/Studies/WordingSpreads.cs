using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Studies;

/// <summary>Takes apart what wording does to right answers.</summary>
internal sealed class WordingSpreads(ScoreTable table, int seed)
{
    private const double Confidence = 0.95;

    private readonly ClusterDraws draws = new(seed);

    /// <param name="columns">One per wording.</param>
    /// <returns>Absent with fewer than two wordings, or where they share no sample.</returns>
    public WordingSpread? Of(IReadOnlyList<ScoreColumn> columns)
    {
        if (columns.Count < 2)
            return null;
        var all = table.Slices[0];
        var shared = all with { Samples = [.. all.Samples.Where(s => columns.All(c => c.MeanOf(s) is not null))] };
        if (Mean(shared, s => columns.Average(c => c.MeanOf(s)!.Value)) is not { } mean)
            return null;
        var worst = Mean(shared, s => columns.All(c => IsRight(c, s)) ? 1 : 0)!;
        var best = Mean(shared, s => columns.Any(c => IsRight(c, s)) ? 1 : 0)!;
        var shares = Shares([.. shared.Samples.Select(s => columns.Select(c => c.MeanOf(s)!.Value).ToArray())]);
        return new WordingSpread(mean, worst, best, shares?.Samples, shares?.Wording, shares?.Both, columns.Count);
    }

    private static bool IsRight(ScoreColumn column, int sample) => column.MeanOf(sample) >= AnswerCorrectness.RightFrom;

    private Estimate? Mean(Slice slice, Func<int, double?> valueOf) => MeanEstimator.Of(SliceValues.Of(slice, table, valueOf), ValueRange.Of(Unit.Ratio), Confidence, draws);

    /// <returns>Absent where no value differs from another.</returns>
    internal static (double Samples, double Wording, double Both)? Shares(double[][] cells)
    {
        var (rows, columns) = (cells.Length, cells[0].Length);
        var grand = cells.Average(r => r.Average());
        var total = cells.Sum(r => r.Sum(v => Square(v - grand)));
        if (total <= 0)
            return null;
        var bySample = columns * cells.Sum(r => Square(r.Average() - grand));
        var byWording = rows * Enumerable.Range(0, columns).Sum(c => Square(cells.Average(r => r[c]) - grand));
        return (bySample / total, byWording / total, Math.Max(0, total - bySample - byWording) / total);
    }

    private static double Square(double value) => value * value;
}

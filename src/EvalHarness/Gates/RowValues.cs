using EvalHarness.Comparisons;
using EvalHarness.Metrics;

namespace EvalHarness.Gates;

/// <summary>A pipeline's values of one metric by sample, repeats averaged. Rows that should have a value and have none are not dropped.</summary>
/// <param name="missing">What such a row counts as where the metric has no worst value: a time, tokens, money.</param>
internal sealed class RowValues(ScoreColumn column, double missing)
{
    /// <summary>Absent when the metric has no meaning for any repeat of the sample.</summary>
    public double? MeanOf(int sample)
    {
        double[] values = [.. Enumerable.Range(0, column.Repeats).Select(r => Value(sample, r)).OfType<double>()];
        return values.Length == 0 ? null : values.Average();
    }

    /// <summary>What a missing row may be taken for: of the side that must not gain by it, the largest value that either side has.</summary>
    public static (double Largest, double Smallest) Reach(IReadOnlyList<int> samples, params IEnumerable<ScoreColumn> columns)
    {
        double[] values = [.. columns.SelectMany(c => c.Ascending(samples.Where(s => s < c.Samples))).Order()];
        return values.Length == 0 ? (0, 0) : (values[^1], values[0]);
    }

    private double? Value(int sample, int repeat) => column.OutcomeOf(sample, repeat) switch
    {
        Outcome.Scored => column.ValueOf(sample, repeat),
        Outcome.NotApplicable => null,
        _ => column.Metric.Worst ?? missing,
    };
}

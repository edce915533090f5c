using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Comparisons;

/// <summary>One pipeline, one metric: outcome and value of every row, by sample and repeat.</summary>
public sealed class ScoreColumn
{
    // Beyond the four outcomes: the run has no such row (yet).
    private const byte Absent = byte.MaxValue;

    private readonly byte[] outcomes;
    private readonly double[] values;
    private bool hasScored;
    private bool hasNotScored;

    internal ScoreColumn(Metric metric, int samples, int repeats)
    {
        (Metric, Repeats) = (metric, repeats);
        outcomes = new byte[samples * repeats];
        Array.Fill(outcomes, Absent);
        values = new double[samples * repeats];
    }

    public Metric Metric { get; }

    /// <summary>Samples of the run.</summary>
    public int Samples => outcomes.Length / Repeats;

    /// <summary>Rows per sample.</summary>
    public int Repeats { get; }

    /// <summary>The outcome of a row; absent when the run has no such row.</summary>
    public Outcome? OutcomeOf(int sample, int repeat) => outcomes[(sample * Repeats) + repeat] is var o and not Absent ? (Outcome)o : null;

    /// <summary>The value of a row; absent unless it is scored.</summary>
    public double? ValueOf(int sample, int repeat) => OutcomeOf(sample, repeat) is Outcome.Scored ? values[(sample * Repeats) + repeat] : null;

    /// <summary>The sample's mean over its repeats. A row that should have a value and has none counts as the metric's worst, where there is one and any row is scored.</summary>
    /// <returns>Absent when no row counts.</returns>
    public double? MeanOf(int sample)
    {
        var (sum, count) = (0.0, 0);
        for (var row = sample * Repeats; row < (sample + 1) * Repeats; row++)
            if (Counted(row) is { } value)
                (sum, count) = (sum + value, count + 1);
        return count == 0 ? null : sum / count;
    }

    /// <summary>Of the sample's rows that count, the share that reaches a value; one that should have a value and has none does not reach it.</summary>
    /// <returns>Absent when no row counts.</returns>
    public double? ShareFrom(int sample, double least)
    {
        var (reached, count) = (0, 0);
        for (var row = sample * Repeats; row < (sample + 1) * Repeats; row++)
            if (Counted(row) is { } value)
                (reached, count) = (reached + (value >= least ? 1 : 0), count + 1);
        return count == 0 ? null : (double)reached / count;
    }

    /// <summary>The values of all scored rows of some samples, ascending.</summary>
    public double[] Ascending(IEnumerable<int> samples)
    {
        double[] scored = [.. samples.SelectMany(s => Enumerable.Range(0, Repeats).Select(r => ValueOf(s, r))).OfType<double>()];
        Array.Sort(scored);
        return scored;
    }

    public OutcomeCounts Counts(IReadOnlyList<int> samples)
    {
        Span<int> counts = stackalloc int[4];
        foreach (var sample in samples)
            foreach (var outcome in outcomes.AsSpan(sample * Repeats, Repeats))
                if (outcome != Absent)
                    counts[outcome]++;
        return new(counts[(int)Outcome.Scored], counts[(int)Outcome.NotApplicable], counts[(int)Outcome.NotScored], counts[(int)Outcome.Failed]);
    }

    /// <inheritdoc cref="OutcomeCounts.IsUnscored"/>
    public bool IsUnscored => hasNotScored && !hasScored;

    internal void Set(int sample, int repeat, Outcome outcome, double value)
    {
        (outcomes[(sample * Repeats) + repeat], values[(sample * Repeats) + repeat]) = ((byte)outcome, value);
        hasScored |= outcome == Outcome.Scored;
        hasNotScored |= outcome == Outcome.NotScored;
    }

    private double? Counted(int row) => outcomes[row] switch
    {
        (byte)Outcome.Scored => values[row],
        (byte)Outcome.NotScored or (byte)Outcome.Failed when !IsUnscored => Metric.Worst,
        _ => null,
    };
}

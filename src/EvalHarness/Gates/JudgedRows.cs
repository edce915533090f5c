using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Gates;

/// <summary>One side's rows of a judged yes/no metric, each put right by what is known of its judge; yes is the good answer.</summary>
internal sealed class JudgedRows
{
    // Who did not answer was judged by nobody.
    private const string Answered = "coverage";

    private readonly GateSide side;
    private readonly Metric metric;
    private readonly RoganGladen scorer;

    public JudgedRows(GateSide side, Metric metric, RoganGladen scorer)
    {
        (this.side, this.metric, this.scorer) = (side, metric, scorer);
        List<(double Said, bool IsJudged)> rows = [.. from sample in Enumerable.Range(0, side.Scores.Samples.Count) from row in Rows(sample) select row];
        var judged = rows.Where(r => r.IsJudged).ToList();
        if (judged.Count == 0)
            return;
        var share = (double)judged.Count / rows.Count;
        LabelVariance = share * share * scorer.LabelVariance(judged.Average(r => r.Said));
    }

    /// <summary>The part of the corrected rate's variance that is the labels' doing.</summary>
    public double LabelVariance { get; }

    /// <summary>The mean over the sample's repeats; absent when the metric has no meaning for it. A judged row may lie outside [0, 1]: only means are rates.</summary>
    public double? Corrected(int sample)
    {
        double[] values = [.. Rows(sample).Select(r => r.IsJudged ? scorer.Corrected(r.Said) : r.Said)];
        return values.Length == 0 ? null : values.Average();
    }

    private IEnumerable<(double Said, bool IsJudged)> Rows(int sample)
    {
        var (column, answered) = (side.Column(metric.Id)!, side.Column(Answered));
        for (var repeat = 0; repeat < column.Repeats; repeat++)
        {
            var outcome = column.OutcomeOf(sample, repeat);
            if (outcome is Outcome.Scored)
                yield return (Good(column.ValueOf(sample, repeat)!.Value), answered?.ValueOf(sample, repeat) is not 0);
            else if (outcome is not Outcome.NotApplicable)
                yield return (0, false);
        }
    }

    private double Good(double value) => metric.Direction is Direction.Higher ? value : 1 - value;
}

using EvalHarness.Comparisons;

namespace EvalHarness.Decisions.Studies;

/// <summary>Reads from a run of one pipeline at one rate how long its questions took.</summary>
public static class LoadMaker
{
    private const string Felt = "latency-felt-ms";

    /// <param name="badge">Of the run's times.</param>
    public static LoadLine Make(ScoreTable table, string pipeline, double ratePerSecond, Badge badge)
    {
        var all = table.Slices[0].Samples;
        var asked = table.Column(pipeline, "success")!;
        var answered = all.Sum(sample => Enumerable.Range(0, asked.Repeats).Count(repeat => asked.ValueOf(sample, repeat) is 1));
        var rows = asked.Counts(all) is var counts ? counts.Scored + counts.NotApplicable + counts.NotScored + counts.Failed : 0;
        var p95 = table.Column(pipeline, Felt) is { } times ? TimeQuantile.Of(table, times, 0.95) : null;
        return new LoadLine(pipeline, ratePerSecond, p95, rows - answered, rows, badge);
    }
}

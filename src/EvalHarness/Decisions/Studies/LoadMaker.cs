using EvalHarness.Comparisons;

namespace EvalHarness.Decisions.Studies;

/// <summary>Reads from a run of one pipeline at one rate how long its questions took.</summary>
public static class LoadMaker
{
    private const string Felt = "latency-felt-ms";

    public static LoadLine Make(ScoreTable table, string pipeline, double ratePerSecond)
    {
        var all = table.Slices[0].Samples;
        if (table.Column(pipeline, Felt) is not { } times)
            return new LoadLine(pipeline, ratePerSecond, null, all.Count, all.Count);
        return new LoadLine(pipeline, ratePerSecond, TimeQuantile.Of(table, times, 0.95), all.Count - times.Counts(all).Scored, all.Count);
    }
}

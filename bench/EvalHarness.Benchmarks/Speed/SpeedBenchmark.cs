using System.Globalization;
using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Benchmarks.Speed;

/// <summary>Two pieces of work that a user waits for, each timed once from a cold start and held against its bar.</summary>
internal static class SpeedBenchmark
{
    private const int Replicates = 10_000;
    private const int Rows = 10_000;
    private const int RowsInCluster = 5;

    private static readonly TimeSpan BootstrapBar = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan ComparisonBar = TimeSpan.FromSeconds(5);

    /// <returns>Whether both keep within their bars.</returns>
    public static async Task<bool> RunAsync(TextWriter output, TimeProvider time)
    {
        var differences = Differences();
        var table = await SpeedTable.LoadAsync();
        var bootstrap = Time(time, () => Bootstrap(differences));
        var comparison = Time(time, () => Compare(table));
        Print(output, $"cluster bootstrap, {Replicates:N0} replicates of a paired difference of {differences.N:N0} rows in {differences.ClusterCount:N0} clusters", bootstrap, BootstrapBar);
        Print(output, $"comparison, {table.Pipelines.Count} pipelines × {table.Metrics.Count} metrics × {table.Slices.Count} slices on {table.Samples.Count:N0} samples each", comparison, ComparisonBar);
        return bootstrap <= BootstrapBar && comparison <= ComparisonBar;
    }

    private static ClusteredValues Differences()
    {
        SeededRandom random = new(1, "speed/bootstrap");
        return new(Enumerable.Range(0, Rows).Select(_ => random.NextDouble() - random.NextDouble()), Enumerable.Range(0, Rows).Select(i => i / RowsInCluster));
    }

    private static bool Bootstrap(ClusteredValues differences) => new StudentizedBootstrap(differences, new ClusterDraws(1, Replicates)).Of(0.95).Low is not null;

    private static bool Compare(ScoreTable table) =>
        new Summariser(1).Summarise(table).Count > 0 && new PairedComparer(1).Compare(table, table.Pipelines[0]).Count > 0;

    private static TimeSpan Time(TimeProvider time, Func<bool> work)
    {
        var begun = time.GetTimestamp();
        return work() ? time.GetElapsedTime(begun) : throw new InvalidOperationException("nothing was calculated");
    }

    private static void Print(TextWriter output, FormattableString what, TimeSpan taken, TimeSpan bar) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{FormattableString.Invariant(what)}: {taken.TotalSeconds:0.00} s on {Environment.ProcessorCount} processors, bar {bar.TotalSeconds:0.0} s: {(taken <= bar ? "kept" : "MISSED")}"));
}

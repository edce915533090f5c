using BenchmarkDotNet.Attributes;
using EvalHarness.Comparisons;
using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Runs;
using EvalHarness.Statistics;

namespace EvalHarness.Benchmarks;

/// <summary>Summaries and comparisons of a run: 5 pipelines × 35 metrics × 60 slices on 2,080 rows in 96 clusters.</summary>
public class ComparisonBenchmarks
{
    private static readonly string[] Pipelines = ["base", "fine-tuned", "hybrid", "rag", "rag-wide"];
    private static readonly Unit[] Units = [Unit.YesNo, Unit.Ratio, Unit.Ratio, Unit.Milliseconds, Unit.Tokens];

    private ScoreTable table = null!;

    [GlobalSetup]
    public async Task LoadAsync()
    {
        Metric[] metrics = [.. Enumerable.Range(0, 35).Select(i => new Metric($"metric-{i}", Units[i % Units.Length], Direction.Higher, "1"))];
        table = await ScoreTable.LoadAsync(Rows(metrics).ToAsyncEnumerable(), metrics, CancellationToken.None);
    }

    [Benchmark]
    public int Summarise() => new Summariser(1).Summarise(table).Count;

    [Benchmark]
    public int Compare() => new PairedComparer(1).Compare(table, "rag").Count;

    private static IEnumerable<ResultRow> Rows(Metric[] metrics)
    {
        var random = new SeededRandom(1, "benchmark");
        for (var i = 0; i < 416; i++)
            foreach (var pipeline in Pipelines)
                yield return Row(pipeline, i, metrics.ToDictionary(m => m.Id, m => m.Scored(Value(m, random))));
    }

    private static ResultRow Row(string pipeline, int i, Dictionary<string, Score> scores)
    {
        var sample = new Sample { Id = $"s{i}", Cluster = $"doc-{i % 96}", Tags = Tags(i) };
        var trace = new Trace { WorkItem = $"{pipeline}/{i}", Pipeline = pipeline, SampleId = sample.Id, StartedAt = DateTimeOffset.UnixEpoch, Answer = new Answer { Text = "x" } };
        return new ResultRow(pipeline, 0, sample, trace, scores);
    }

    private static Dictionary<string, string> Tags(int sample) => new()
    {
        ["topic"] = $"{sample % 8}",
        ["volatility"] = $"{sample % 3}",
        ["hops"] = $"{sample % 2}",
        ["length"] = $"{sample / 7 % 3}",
        ["novelty"] = $"{sample / 5 % 2}",
        ["changed"] = $"{sample / 3 % 2}",
        ["author"] = $"{sample / 11 % 39}",
    };

    private static double Value(Metric metric, SeededRandom random) => metric.Unit switch
    {
        Unit.YesNo => random.Next(2),
        Unit.Ratio => random.Next(11) / 10.0,
        _ => 100 * random.NextDouble(),
    };
}

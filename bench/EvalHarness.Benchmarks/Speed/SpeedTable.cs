using EvalHarness.Comparisons;
using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Runs;
using EvalHarness.Statistics;

namespace EvalHarness.Benchmarks.Speed;

/// <summary>Scores of 4 pipelines on 12 metrics: 2,000 samples in 250 clusters and 7 slices, besides all of them.</summary>
internal static class SpeedTable
{
    private const int Samples = 2_000;
    private const int Clusters = 250;
    private const int Topics = 7;

    private static readonly string[] Pipelines = ["base", "fine-tuned", "hybrid", "rag"];
    private static readonly Unit[] Units = [Unit.YesNo, Unit.Ratio, Unit.Milliseconds, Unit.Usd];
    private static readonly Metric[] Metrics = [.. Enumerable.Range(0, 12).Select(i => new Metric($"metric-{i}", Units[i % Units.Length], Direction.Higher, "1"))];

    public static Task<ScoreTable> LoadAsync() => ScoreTable.LoadAsync(Rows().ToAsyncEnumerable(), Metrics, CancellationToken.None);

    private static IEnumerable<ResultRow> Rows()
    {
        SeededRandom random = new(1, "speed/comparison");
        for (var i = 0; i < Samples; i++)
            foreach (var pipeline in Pipelines)
                yield return Row(pipeline, i, Metrics.ToDictionary(m => m.Id, m => m.Scored(Value(m, random))));
    }

    private static ResultRow Row(string pipeline, int i, Dictionary<string, Score> scores)
    {
        Sample sample = new() { Id = $"s{i}", Cluster = $"doc-{i % Clusters}", Tags = new Dictionary<string, string> { ["topic"] = $"{i % Topics}" } };
        Trace trace = new() { WorkItem = $"{pipeline}/{i}", Pipeline = pipeline, SampleId = sample.Id, StartedAt = DateTimeOffset.UnixEpoch, Answer = new Answer { Text = "x" } };
        return new ResultRow(pipeline, 0, sample, trace, scores);
    }

    private static double Value(Metric metric, SeededRandom random) => metric.Unit switch
    {
        Unit.YesNo => random.Next(2),
        Unit.Ratio => random.Next(5) / 4.0,
        _ => 100 * random.NextDouble(),
    };
}

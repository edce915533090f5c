using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Comparisons;

/// <summary>A run made up of scores alone.</summary>
internal sealed class TestRun(params Metric[] metrics)
{
    public static readonly Metric Correct = new("answer-correctness", Unit.YesNo, Direction.Higher, "1");
    public static readonly Metric Unsupported = new("unsupported-answer", Unit.YesNo, Direction.Lower, "1");
    public static readonly Metric Recall = new("retrieval-recall@5", Unit.Ratio, Direction.Higher, "1");
    public static readonly Metric Latency = new("latency-service-ms", Unit.Milliseconds, Direction.Lower, "1");
    public static readonly Metric Search = new("latency-search-ms", Unit.Milliseconds, Direction.Lower, "1");
    public static readonly Metric Cost = new("cost-usd", Unit.Usd, Direction.Lower, "1");

    private readonly List<ResultRow> rows = [];

    public TestRun Row(string pipeline, string sample, params Score[] scores) => Row(pipeline, sample, cluster: null, [], 0, scores);

    public TestRun Row(string pipeline, string sample, string? cluster, Dictionary<string, string> tags, int repeat, params Score[] scores)
    {
        var gold = Some.Sample(sample) with { Cluster = cluster, Tags = tags };
        rows.Add(new(pipeline, repeat, gold, Some.Trace(Some.Answer(), sample, pipeline), scores.ToDictionary(s => s.Metric)));
        return this;
    }

    /// <summary>Samples <c>s0</c>, <c>s1</c> …, one cluster each.</summary>
    public TestRun Rows(string pipeline, int samples, params Func<int, Score>[] scores)
    {
        for (var i = 0; i < samples; i++)
            Row(pipeline, $"s{i}", [.. scores.Select(s => s(i))]);
        return this;
    }

    public Task<ScoreTable> LoadAsync() => LoadAsync(rows);

    public Task<ScoreTable> LoadReversedAsync() => LoadAsync(rows.AsEnumerable().Reverse());

    private Task<ScoreTable> LoadAsync(IEnumerable<ResultRow> order) => ScoreTable.LoadAsync(order.ToAsyncEnumerable(), metrics, CancellationToken.None);
}

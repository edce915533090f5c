using System.Text.Json.Nodes;
using EvalHarness.Comparisons;
using EvalHarness.Gates;
using EvalHarness.Metrics;
using EvalHarness.Nightly;
using EvalHarness.Nightly.History;
using EvalHarness.Pipelines;
using EvalHarness.Runs;
using EvalHarness.Tests.Comparisons;

namespace EvalHarness.Tests.Nightly;

/// <summary>Nights made up of scores alone, judged and kept in a history of their own.</summary>
internal sealed class JudgedNights : IDisposable
{
    public const string Production = "production";
    public const string Promoted = "promoted";

    private static readonly Metric Success = new("success", Unit.YesNo, Direction.Higher, "1");

    private readonly TemporaryFolder folder = new();
    private readonly int rows;

    public JudgedNights(int rows)
    {
        this.rows = rows;
        History = NightHistory.Open(folder["history"]);
    }

    public NightHistory History { get; }

    public string? Champion { get; init; } = Promoted;

    public IReadOnlyList<MetricRule> Rules { get; init; } = [Guardrail("answer-correctness", new Margin(0.02, IsRelative: false))];

    /// <summary>What production is tonight.</summary>
    public string Identity { get; set; } = "v1";

    /// <summary>By name; what differs at an onset is named.</summary>
    public Dictionary<string, string> Hashes { get; } = new() { ["candidate/model"] = "v1" };

    public IReadOnlyList<RunStop>? Stops { get; set; }

    public static MetricRule Guardrail(string metric, Margin margin) => new(metric, MetricRole.Guardrail, margin, new Dictionary<string, Margin>());

    /// <param name="isRight">Of a pipeline and a row.</param>
    /// <param name="digest">The bytes of an answer, in short.</param>
    /// <param name="cost">Of an answer of a pipeline.</param>
    public async Task<Night> NightAsync(Func<string, int, bool> isRight, Func<string, int, ulong> digest, Func<string, double>? cost = null)
    {
        TestRun run = new(Success, TestRun.Correct, TestRun.Cost, TestRun.Latency);
        string[] pipelines = Champion is null ? [Production] : [Production, Champion];
        foreach (var pipeline in pipelines)
            run.Rows(pipeline, rows, _ => Success.Scored(true), i => TestRun.Correct.Scored(isRight(pipeline, i)), _ => TestRun.Cost.Scored(cost?.Invoke(pipeline) ?? 0.01), _ => TestRun.Latency.Scored(10));
        var scores = await run.LoadAsync();
        var past = History.Past();
        var number = past.Nights.Count + 1;
        NightInput input = new()
        {
            Number = number,
            Manifest = Manifest(number),
            Candidate = new NightSide(Production, Identity),
            Champion = Champion is null ? null : new NightSide(Champion, "frozen"),
            Hashes = Hashes.ToDictionary(h => h.Key, h => h.Value),
            Policy = new PolicySection { MinimumRows = 0, MinimumClusters = 0, CoverageFloor = 0.95, ErrorBudget = 0.02, Metrics = Rules, Ceilings = new Dictionary<string, double>() },
            Scores = scores,
            Summaries = new Summariser(1).Summarise(scores),
            Answers = [.. from pipeline in pipelines from row in Enumerable.Range(0, rows) select new NightAnswer($"s{row}", 0, pipeline == Champion, digest(pipeline, row))],
        };
        var (night, values) = new NightJudge(past).Judge(input);
        History.Append(night, input.Answers, values);
        return night;
    }

    public void Dispose() => folder.Dispose();

    private RunManifest Manifest(int number) => new()
    {
        Command = "evalharness nightly experiment.yaml",
        Id = $"night-{number}",
        Name = "production",
        ManifestHash = "h",
        StartedAt = new DateTimeOffset(2026, 11, 1, 2, 0, 0, TimeSpan.Zero).AddDays(number),
        ExperimentFile = "experiment.yaml",
        Dataset = new DatasetRecord("samples.jsonl", "h", "test", rows, null),
        Hashes = new Dictionary<string, string>(),
        Pipelines = [new PipelineSpec(Production, "chat", "", new JsonObject(), new Dictionary<string, string>())],
        Baseline = Promoted,
        Options = new RunOptions(),
        WorkItems = rows,
        Stops = Stops,
        Environment = new EnvironmentRecord("1", ".NET", "Linux", 2, null, null, new Dictionary<string, string>()),
    };
}

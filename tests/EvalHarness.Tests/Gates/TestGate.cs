using System.Text.Json.Nodes;
using EvalHarness.Calibration;
using EvalHarness.Comparisons;
using EvalHarness.Gates;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Runs;
using EvalHarness.Tests.Comparisons;

namespace EvalHarness.Tests.Gates;

/// <summary>A run of two pipelines, <c>new</c> and <c>old</c>, under a policy that is written here.</summary>
internal sealed class TestGate
{
    public static readonly Metric Success = new("success", Unit.YesNo, Direction.Higher, "1");

    private readonly TemporaryFolder folder;

    public TestGate(TemporaryFolder folder, string policy)
    {
        this.folder = folder;
        Policy = PolicyReader.Read(folder.Write("gate.yaml", policy));
    }

    public Policy Policy { get; }

    public Look Look { get; init; } = new(1, 0.05);

    public IReadOnlyList<ScorerError> Scorers { get; init; } = [];

    /// <summary>Wins and losses of the candidate among n samples, one cluster each.</summary>
    public static Task<ScoreTable> RatesAsync(int n, int wins, int losses, int bothRight = 0) => new TestRun(Success, TestRun.Correct)
        .Rows("old", n, _ => Success.Scored(true), i => TestRun.Correct.Scored((i >= wins && i < wins + losses) || i >= n - bothRight))
        .Rows("new", n, _ => Success.Scored(true), i => TestRun.Correct.Scored(i < wins || i >= n - bothRight))
        .LoadAsync();

    public GateResult Decide(ScoreTable table) => Decide(Run(table));

    public GateResult Decide(params IReadOnlyList<GateRun> runs) => new Gate(Policy, 1).Decide(runs, Look, DateTimeOffset.UnixEpoch, "1.0.0");

    /// <param name="baseline">Where the baseline's rows are; the same run when absent.</param>
    public GateRun Run(ScoreTable table, RunManifest? manifest = null, ScoreTable? baseline = null, RunManifest? baselineManifest = null) => new()
    {
        Section = Policy.Sections[0],
        Candidate = new GateSide(manifest ?? Manifest(), table, "new"),
        Baseline = new GateSide(baselineManifest ?? manifest ?? Manifest(), baseline ?? table, "old"),
        Scorers = Scorers,
    };

    public RunManifest Manifest() => new()
    {
        Id = "20260101-000000-small",
        Name = "small",
        ManifestHash = "m",
        StartedAt = DateTimeOffset.UnixEpoch,
        FinishedAt = DateTimeOffset.UnixEpoch.AddMinutes(1),
        ExperimentFile = folder["experiment.yaml"],
        Command = "evalharness run experiment.yaml",
        Dataset = new DatasetRecord("samples.jsonl", "0123456789abcdef", "test", 200, null),
        Hashes = new Dictionary<string, string> { ["policy"] = Policy.Hash },
        Pipelines = [Pipeline("new", "helpdesk@2"), Pipeline("old", "helpdesk@1")],
        Baseline = "old",
        Options = new RunOptions(),
        WorkItems = 400,
        Environment = new EnvironmentRecord("1.0.0", ".NET", "Linux", 2, null, null, new Dictionary<string, string>()),
    };

    public static GateLine Line(GateResult result, string metric = "answer-correctness") => result.Lines.Single(l => l.Metric == metric && l.Slice == "all");

    private static PipelineSpec Pipeline(string name, string checkpoint) => new(name, "chat", "/", new JsonObject { ["model"] = new JsonObject { ["checkpoint"] = checkpoint } }, new Dictionary<string, string>());
}

using EvalHarness.Comparisons;
using EvalHarness.Decisions;
using EvalHarness.Decisions.Studies;
using EvalHarness.Decisions.Sweeps;
using EvalHarness.Evaluators;
using EvalHarness.Metrics;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Reports;

/// <summary>The report of a plausible run: five pipelines, sixty samples, a few failures and abstentions. Made up, and the same every time.</summary>
internal static class SomeReport
{
    public static IReadOnlyList<string> Pipelines { get; } = ["rag", "fine-tuned", "fine-tuned@2026-09", "hybrid", "base"];

    public static IReadOnlyList<Metric> Metrics { get; } =
    [
        new("success", Unit.YesNo, Direction.Higher, "1"),
        new("coverage", Unit.YesNo, Direction.Higher, "1"),
        new("answer-correctness", Unit.Ratio, Direction.Higher, "1"),
        new("token-f1", Unit.Ratio, Direction.Higher, "1"),
        new("exact-match", Unit.YesNo, Direction.Higher, "1"),
        new("groundedness-corpus", Unit.Ratio, Direction.Higher, "local-1-0.62"),
        new("unsupported-answer", Unit.YesNo, Direction.Lower, "local-1-0.62"),
        new("abstention-correct", Unit.YesNo, Direction.Higher, "1"),
        new("over-refusal", Unit.YesNo, Direction.Lower, "1"),
        new("retrieval-hit@5", Unit.YesNo, Direction.Higher, "1"),
        new("retrieval-recall@5", Unit.Ratio, Direction.Higher, "1"),
        new("citation-precision", Unit.Ratio, Direction.Higher, "1"),
        new("format-strict", Unit.YesNo, Direction.Higher, "1"),
        new("format-lenient", Unit.YesNo, Direction.Higher, "1"),
        new("format-schema", Unit.YesNo, Direction.Higher, "1"),
        new("format-fields", Unit.Ratio, Direction.Higher, "1"),
        new("tokens-in", Unit.Tokens, Direction.Lower, "o200k"),
        new("tokens-out", Unit.Tokens, Direction.Lower, "o200k"),
        new("cost-usd", Unit.Usd, Direction.Lower, "1"),
        new("latency-service-ms", Unit.Milliseconds, Direction.Lower, "1"),
        new("latency-felt-ms", Unit.Milliseconds, Direction.Lower, "1"),
        new("latency-generate-ms", Unit.Milliseconds, Direction.Lower, "1"),
        new("latency-search-ms", Unit.Milliseconds, Direction.Lower, "1"),
    ];

    public static AnswerContract Contract { get; } = new() { Text = "answer", Citations = "citations", Abstention = ["I do not know"] };

    private static IReadOnlyList<FamilyBadge> Badges { get; } =
    [
        new("quality", Badge.Measured, "Scored on 60 gold samples."),
        new("citations", Badge.Measured, "Scored on 60 gold samples."),
        new("format", Badge.Measured, "Parsed and checked against the schema."),
        new("retrieval", Badge.Measured, "Scored on gold evidence."),
        new("freshness", Badge.Measured, "Scored on facts that changed."),
        new("cost", Badge.Scenario, "Priced as if a hosted model had answered."),
        new("latency", Badge.NotMeaningful, "The embedded readers are far smaller than a language model."),
    ];

    // The rows are the same every time, and so is what they decide.
    private static readonly Lazy<Decision?> Decided = new(() => DecisionMaker.Decide(new DecisionInputs(
        With(SomeRows.Make()).Scores,
        new Arms(new SortedDictionary<Arm, string> { [Arm.Base] = "base", [Arm.Rag] = "rag", [Arm.FineTuned] = "fine-tuned", [Arm.Hybrid] = "hybrid" }),
        DecisionSettings.None with { VolumePerDay = 100, ChangesPerMonth = 1, MustFormat = 0.9, WrongAnswerUsd = 0.1 },
        Badges,
        [new FixedSum(["fine-tuned", "hybrid"], 30, PerMonth: false)],
        Seed: 1)
    { Checkpoints = ["fine-tuned", "fine-tuned@2026-09"], Studies = Studied() }));

    // Every pipeline in its own words and, as if reworded, in the next one's.
    private static StudyResults Studied()
    {
        StudyMaker maker = new(With(SomeRows.Make()).Scores, seed: 1);
        return new StudyResults
        {
            Run = "20261123-101500-studies",
            Key = "k",
            MadeFrom = "m",
            Dataset = new DatasetRecord("samples.jsonl", "h", "dev", 60, null),
            Studies = [.. Pipelines.Index().Select(p => maker.Make(new StudyGrid(StudyKinds.Of("wording"), new SweepGrid(p.Item, ["rewording"], [new SweepPoint(p.Item, [null], IsUnvaried: true), new SweepPoint(Pipelines[(p.Index + 1) % Pipelines.Count], ["typos"], IsUnvaried: false)]))))],
            Badges = [.. Badges.Where(b => b.Badge != Badge.Measured)],
        };
    }

    public static RunReport Make() => With(SomeRows.Make()) with { Decision = Decided.Value };

    /// <summary>The report of other rows; its figures are computed from them.</summary>
    public static RunReport With(IReadOnlyList<ResultRow> rows) => With(rows, ScoreTable.LoadAsync(rows.ToAsyncEnumerable(), Metrics, default).GetAwaiter().GetResult());

    private static RunReport With(IReadOnlyList<ResultRow> rows, ScoreTable table) => new()
    {
        Manifest = Manifest(rows.Count),
        Pipelines = Pipelines,
        Metrics = Metrics,
        Summaries = new Summariser(1).Summarise(table),
        Comparisons = table.Pipelines.Contains("rag") ? new PairedComparer(1).Compare(table, baseline: "rag") : [],
        Causes = new CauseSummariser(1).Summarise(table),
        Scores = table,
        Badges = Badges,
        Answers = new AnswerReader(Contract),
        Description = "A tutorial on a made-up support desk.",
        Rows = _ => rows.ToAsyncEnumerable(),
    };

    private static RunManifest Manifest(int workItems) => new()
    {
        Id = "20261123-101500-helpdesk",
        Name = "helpdesk",
        ManifestHash = "0f3a",
        StartedAt = new DateTimeOffset(2026, 11, 23, 10, 15, 0, TimeSpan.Zero),
        FinishedAt = new DateTimeOffset(2026, 11, 23, 10, 15, 40, TimeSpan.Zero),
        Command = "evalharness run datasets/helpdesk/experiment.yaml",
        ExperimentFile = "/data/helpdesk/experiment.yaml",
        Dataset = new DatasetRecord("samples.jsonl", "9c1d", "test", SomeRows.SampleCount, Limit: null),
        Hashes = new Dictionary<string, string> { ["experiment"] = "ab12", ["corpus"] = "cd34", ["prices"] = "ef56" },
        Pipelines = [],
        Baseline = "rag",
        Options = new RunOptions(),
        WorkItems = workItems,
        Environment = new EnvironmentRecord("0.1.0", "10.0.0", "linux", 2, "bd0384f", false, new Dictionary<string, string> { ["ScottPlot"] = "5.1.59" }),
    };
}

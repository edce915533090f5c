using System.Text.RegularExpressions;
using EvalHarness.Comparisons;
using EvalHarness.Datasets;
using EvalHarness.Diagnosis;
using EvalHarness.Evaluators;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Runs;
using Microsoft.Data.Sqlite;

namespace EvalHarness.Tests;

/// <summary>The whole walk, from an experiment file to its CSV files, with pipelines that do what the test says.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class EvaluationTests
{
    private readonly ScriptedPipelines pipelines = new ScriptedPipelines()
        // Right but in the second repeat of the first two questions; declines the third.
        .With("wavering", (request, call, _) => Task.FromResult(Some.Answer((ScriptedEvaluation.Number(request), call) switch
        {
            ( <= 2, 2) => "seventeen",
            (3, _) => "I don't know.",
            _ => ScriptedEvaluation.Right(request),
        })))
        .With("fine", ScriptedEvaluation.Right)
        .With("wrong", _ => "seventeen")
        .With("throws", (_, _, _) => throw new InvalidOperationException("no such model"))
        .With("hangs", async (_, _, token) => { await Task.Delay(Timeout.Infinite, token); return Some.Answer(); })
        .With("silent", _ => "")
        .With("flaky", (request, call, _) => call == 1 && ScriptedEvaluation.Number(request) <= 2
            ? throw new TimeoutException("busy")
            : Task.FromResult(Some.Answer(ScriptedEvaluation.Right(request))));

    [Test]
    public async Task A_run_finishes_whatever_a_pipeline_does()
    {
        using var evaluation = Of("warm_up: 0, timeout_seconds: 0.05", "fine", "throws", "hangs", "silent");

        var report = await evaluation.RunAsync();

        Assert.That(report.Manifest.FinishedAt, Is.Not.Null);
        Assert.That(Success(report), Is.EqualTo(new Dictionary<string, double?> { ["fine"] = 1, ["throws"] = 0, ["hangs"] = 0, ["silent"] = 0 }));
        Assert.That(Counts(report, "throws", "exact-match"), Is.EqualTo(new OutcomeCounts(0, 0, 0, ScriptedEvaluation.Samples)));
        Assert.That(Counts(report, "fine", "exact-match"), Is.EqualTo(new OutcomeCounts(ScriptedEvaluation.Samples, 0, 0, 0)));
    }

    [TestCase("fine", "answered", "")]
    [TestCase("throws", "failed", "exception: InvalidOperationException: no such model")]
    [TestCase("hangs", "failed", "timeout: no answer within 0.05 s")]
    [TestCase("silent", "failed", "empty: the pipeline returned nothing")]
    public async Task A_row_says_how_its_answer_ended(string pipeline, string status, string error)
    {
        using var evaluation = Of("warm_up: 0, timeout_seconds: 0.05", pipeline);

        await evaluation.RunAsync();

        Assert.That(evaluation.Rows(), Has.Count.EqualTo(ScriptedEvaluation.Samples));
        Assert.That(evaluation.Rows().Select(r => (r["status"], r["error"])), Is.All.EqualTo((status, error)));
    }

    [Test]
    public async Task A_retry_supersedes_what_failed_and_keeps_it_on_record()
    {
        using var evaluation = Of("warm_up: 0", "flaky");
        var before = await evaluation.RunAsync();

        var after = await evaluation.RetryAsync();

        Assert.That(Success(before)["flaky"], Is.EqualTo(4 / 6.0).Within(1e-12));
        Assert.That(Success(after)["flaky"], Is.EqualTo(1));
        Assert.That(evaluation.Rows().Select(r => r["status"]), Is.All.EqualTo("answered"));
        Assert.That(Recorded(evaluation, "select count(*) from traces"), Is.EqualTo(8));
        Assert.That(Recorded(evaluation, "select count(*) from traces where attempt = 0 and error like '%busy%'"), Is.EqualTo(2));
        Assert.That(Recorded(evaluation, "select count(*) from traces where attempt = 1 and error is null"), Is.EqualTo(2));
    }

    [Test]
    public async Task A_retry_leaves_answers_alone()
    {
        using var evaluation = Of("warm_up: 0", "fine", "throws");
        await evaluation.RunAsync();
        var calls = pipelines.Calls.Count;

        await evaluation.RetryAsync();

        Assert.That(pipelines.Calls.Skip(calls).Select(c => c.Script), Is.All.EqualTo("throws"));
        Assert.That(pipelines.Calls, Has.Count.EqualTo(calls + ScriptedEvaluation.Samples));
    }

    [Test]
    public async Task A_run_that_was_cancelled_in_the_middle_is_resumed_to_the_same_rows()
    {
        using var whole = Of("warm_up: 0, concurrency: 2", "fine", "wrong");
        await whole.RunAsync();
        var asked = pipelines.Calls.Count;
        using var stopped = Of("warm_up: 0, concurrency: 2", "fine", "wrong");
        stopped.StopAfter = 5;

        Assert.That(stopped.RunAsync, Throws.InstanceOf<OperationCanceledException>());
        stopped.Restart();
        await stopped.RunAsync();

        Assert.That(stopped.Resumed, Is.InRange(5, 11));
        Assert.That(Timeless(stopped), Is.EqualTo(Timeless(whole)));
        Assert.That(Recorded(stopped, "select count(*) from traces"), Is.EqualTo(asked));
    }

    [Test]
    public async Task Scoring_an_unfinished_run_leaves_it_unfinished()
    {
        using var stopped = Of("warm_up: 0, concurrency: 1", "fine");
        stopped.StopAfter = 3;
        Assert.That(stopped.RunAsync, Throws.InstanceOf<OperationCanceledException>());

        var report = await stopped.ScoreAsync();

        Assert.That(stopped.Rows(), Has.Count.InRange(3, 4));
        Assert.That(report.Manifest.FinishedAt, Is.Null);
        Assert.That(stopped.Folder.ReadManifest().FinishedAt, Is.Null);
    }

    [Test]
    public void A_run_without_an_answer_cannot_be_reported()
    {
        using var stopped = Of("warm_up: 0", "fine");
        stopped.Stop();
        Assert.That(stopped.RunAsync, Throws.InstanceOf<OperationCanceledException>());

        Assert.That(stopped.ReportAsync, Throws.TypeOf<InputException>().With.Message.Contains("stopped before its first answer. Resume it: evalharness run sums"));
    }

    [Test]
    public async Task Every_repeat_is_a_row_of_its_own()
    {
        using var evaluation = Of("warm_up: 0, repeats: 3", "fine");

        var report = await evaluation.RunAsync();

        Assert.That(evaluation.Rows().GroupBy(r => r["sample_id"]).Select(g => string.Join(' ', g.Select(r => r["repeat"]))), Is.All.EqualTo("0 1 2"));
        Assert.That(Counts(report, "fine", "success").All, Is.EqualTo(3 * ScriptedEvaluation.Samples));
        Assert.That(pipelines.Calls, Has.Count.EqualTo(3 * ScriptedEvaluation.Samples));
    }

    [Test]
    public async Task Three_repeats_tell_how_consistent_a_pipeline_is_and_why_it_went_wrong()
    {
        using var evaluation = Of("warm_up: 0, repeats: 3, concurrency: 1", "wavering", "throws");

        var report = await evaluation.RunAsync();

        Assert.That(Value(report, "wavering", "pass@3"), Is.EqualTo(5 / 6.0).Within(1e-12));
        Assert.That(Value(report, "wavering", "pass^3"), Is.EqualTo(3 / 6.0).Within(1e-12));
        Assert.That(Value(report, "wavering", "answer-agreement"), Is.EqualTo((4 + (2 * (1 / 3.0))) / 6).Within(1e-12));
        Assert.That(Value(report, "wavering", "variance-within"), Is.EqualTo(2 * (1 / 3.0) / 6).Within(1e-12));
        Assert.That(Counts(report, "wavering", "format-agreement"), Is.EqualTo(new OutcomeCounts(0, ScriptedEvaluation.Samples, 0, 0)));
        Assert.That(Counts(report, "throws", "pass^3"), Is.EqualTo(new OutcomeCounts(0, 0, 0, ScriptedEvaluation.Samples)));
        Assert.That(Value(report, "throws", "pass^3"), Is.Zero);
        Assert.That(evaluation.Rows().Where(r => r["pipeline"] == "wavering").CountBy(r => r["cause"]), Is.EquivalentTo(new Dictionary<string, int> { [""] = 13, ["over-refused"] = 3, ["unattributed"] = 2 }));
        Assert.That(evaluation.Rows().Where(r => r["pipeline"] == "throws").Select(r => r["cause"]), Is.All.EqualTo("pipeline-error"));
        Assert.That(report.Causes.Single(c => c is { Pipeline: "wavering", Cause: Cause.OverRefused }), Has.Property("Rows").EqualTo(3).And.Property("Faulty").EqualTo(5).And.Property("All").EqualTo(18));
    }

    [Test]
    public async Task With_one_answer_per_question_consistency_is_not_applicable()
    {
        using var evaluation = Of("warm_up: 0", "fine");

        var report = await evaluation.RunAsync();

        Assert.That(Counts(report, "fine", "pass^1"), Is.EqualTo(new OutcomeCounts(0, ScriptedEvaluation.Samples, 0, 0)));
        Assert.That(Counts(report, "fine", "variance-between"), Is.EqualTo(new OutcomeCounts(0, ScriptedEvaluation.Samples, 0, 0)));
    }

    [Test]
    public async Task A_mended_gold_label_changes_the_score_and_calls_nobody()
    {
        using var evaluation = Of("warm_up: 0", "fine");
        evaluation.WriteSamples(i => i == 1 ? "three" : $"{2 * i}");
        var before = await evaluation.RunAsync();
        var calls = pipelines.Calls.Count;
        evaluation.WriteSamples(i => $"{2 * i}");

        var after = await evaluation.ScoreAsync();

        Assert.That(Value(before, "fine", "exact-match"), Is.EqualTo(5 / 6.0).Within(1e-12));
        Assert.That(Value(after, "fine", "exact-match"), Is.EqualTo(1));
        Assert.That(pipelines.Calls, Has.Count.EqualTo(calls));
        Assert.That(after.Manifest.Dataset.Hash, Is.EqualTo(ContentHash.OfFile(after.Manifest.Dataset.File)).And.Not.EqualTo(before.Manifest.Dataset.Hash));
    }

    [Test]
    public async Task A_reply_that_takes_too_long_to_read_is_not_scored_and_the_run_goes_on()
    {
        using var evaluation = Of("warm_up: 0", "fine");
        evaluation.Evaluators = [new Stuck()];

        var report = await evaluation.RunAsync();

        Assert.That(report.Manifest.FinishedAt, Is.Not.Null);
        Assert.That(Counts(report, "fine", "stuck"), Is.EqualTo(new OutcomeCounts(0, 0, ScriptedEvaluation.Samples, 0)));
        Assert.That(Success(report)["fine"], Is.EqualTo(1));
    }

    [Test]
    public async Task A_metric_of_which_no_row_is_scored_has_no_estimate_and_says_why()
    {
        using var evaluation = Of("warm_up: 0", "fine", "wrong");
        evaluation.Evaluators = [new Asked("asked@1") { Answers = sample => sample == "s1" ? "busy" : "down" }];

        var report = await evaluation.RunAsync();

        Assert.That(Value(report, "fine", "asked"), Is.Null);
        Assert.That(report.Comparisons.Single(c => c.Metric.Id == "asked" && c.Slice == "all").Difference, Is.Null);
        var unscored = report.Unscored.Where(u => u.Metric == "asked").ToList();
        Assert.That(unscored.Select(u => (u.Pipeline, u.Rows)), Is.EqualTo(new[] { ("fine", 6), ("wrong", 6) }));
        Assert.That(unscored[0].Reasons, Is.EqualTo(new[] { ("down", 5), ("busy", 1) }));
        var line = CsvText.Rows(Path.Combine(evaluation.Folder.FullPath, "summary.csv")).First(r => r["metric"] == "asked");
        Assert.That((line["n_not_scored"], line["estimate"], line["low"], line["high"]), Is.EqualTo(("6", "", "", "")));
    }

    [Test]
    public async Task A_report_uses_what_is_stored_and_refuses_a_definition_without_scores()
    {
        using var evaluation = Of("warm_up: 0", "fine");
        var (first, second) = (new Asked("asked@1"), new Asked("asked@2"));
        evaluation.Evaluators = [first];
        await evaluation.RunAsync();
        evaluation.Evaluators = [second];
        var before = Files(evaluation);

        Assert.That(evaluation.ReportAsync, Throws.TypeOf<InputException>().With.Message.EqualTo($"{evaluation.Folder.Id}: 6 rows have no score as 'asked' is defined now. Score them, and pay judges where they are asked: evalharness score {evaluation.Folder.Id}"));

        Assert.That(Files(evaluation), Is.EqualTo(before));
        Assert.That(second.Calls, Is.Zero);
        await evaluation.ScoreAsync();
        await evaluation.ReportAsync();
        Assert.That((first.Calls, second.Calls), Is.EqualTo((6, 6)));
    }

    [Test]
    public async Task Rows_that_were_not_scored_are_tried_again_where_that_is_asked_for()
    {
        using var evaluation = Of("warm_up: 0", "fine");
        var asked = new Asked("asked@1") { Answers = sample => sample is "s1" or "s2" ? "busy" : null };
        evaluation.Evaluators = [asked];
        await evaluation.RunAsync();
        asked.Answers = _ => null;

        var same = await evaluation.ScoreAsync();
        Assert.That((asked.Calls, Counts(same, "fine", "asked").NotScored), Is.EqualTo((6, 2)));
        var again = await evaluation.ScoreAsync(notScoredToo: true);

        Assert.That((asked.Calls, Counts(again, "fine", "asked").NotScored), Is.EqualTo((8, 0)));
    }

    [Test]
    public async Task A_scorer_that_stays_down_leaves_rows_that_the_same_command_scores()
    {
        using var evaluation = Of("warm_up: 0", "fine");
        var asked = new Asked("asked@1") { IsDown = true };
        evaluation.Evaluators = [asked];

        var stopped = await evaluation.RunAsync();
        var reported = await evaluation.ReportAsync();

        var stop = stopped.Manifest.Stops!.Single();
        Assert.That((stop.Cause, stop.Scorer, stop.Message), Is.EqualTo((StopCause.Outage, "strict", "Scoring was stopped: it is down.")));
        Assert.That(stop.Left, Is.EqualTo(new[] { "asked@1" }));
        Assert.That((stopped.Manifest.FinishedAt, reported.Manifest.FinishedAt), Is.EqualTo(((DateTimeOffset?)null, (DateTimeOffset?)null)));
        Assert.That(Recorded(evaluation, "select count(*) from scores where evaluator = 'asked@1'"), Is.Zero);
        asked.IsDown = false;
        var finished = await evaluation.RunAsync();
        Assert.That((finished.Manifest.FinishedAt is null, finished.Manifest.Stops, Value(finished, "fine", "asked")), Is.EqualTo((false, (IReadOnlyList<RunStop>?)null, 1.0)));
    }

    [Test]
    public async Task What_scores_keep_is_short_and_holds_no_secret()
    {
        using var evaluation = Of("warm_up: 0", "fine");
        evaluation.ScoreText = new ScoreText(["s3cret-value"]);
        evaluation.Evaluators = [new Asked("asked@1") { Answers = _ => $"token s3cret-value{new string('x', 1000)}" }];

        var report = await evaluation.RunAsync();

        var reason = report.Unscored.Single(u => u.Metric == "asked").Reasons.Single().Reason;
        Assert.That(reason, Does.StartWith("token ***xxx").And.Length.EqualTo(Excerpt.MaxLength + 1));
        Assert.That(Recorded(evaluation, "select count(*) from scores where json like '%s3cret%'"), Is.Zero);
    }

    [Test]
    public async Task Warm_up_calls_are_made_and_not_recorded()
    {
        using var evaluation = Of("warm_up: 2", "fine");

        await evaluation.RunAsync();

        Assert.That(pipelines.Calls, Has.Count.EqualTo(ScriptedEvaluation.Samples + 2));
        Assert.That(Recorded(evaluation, "select count(*) from traces"), Is.EqualTo(ScriptedEvaluation.Samples));
    }

    [Test]
    public async Task Two_names_of_one_pipeline_share_its_answers()
    {
        using var evaluation = Of("warm_up: 0", "fine", "again:fine");

        var report = await evaluation.RunAsync();

        Assert.That(evaluation.Rows().GroupBy(r => r["pipeline"]).Select(g => (g.Key, g.Count())), Is.EquivalentTo(new[] { ("fine", 6), ("again", 6) }));
        Assert.That(Recorded(evaluation, "select count(*) from traces"), Is.EqualTo(ScriptedEvaluation.Samples));
        Assert.That(pipelines.Calls, Has.Count.EqualTo(ScriptedEvaluation.Samples));
        Assert.That(Success(report).Values, Is.All.EqualTo(1));
    }

    private ScriptedEvaluation Of(string run, params string[] names) => new(pipelines, run, names);

    private static Dictionary<string, double?> Success(RunReport report) => report.Pipelines.ToDictionary(p => p, p => Value(report, p, "success"));

    private static double? Value(RunReport report, string pipeline, string metric) => Summary(report, pipeline, metric).Estimate?.Value;

    private static OutcomeCounts Counts(RunReport report, string pipeline, string metric) => Summary(report, pipeline, metric).Counts;

    private static MetricSummary Summary(RunReport report, string pipeline, string metric) =>
        report.Summaries.Single(s => s.Pipeline == pipeline && s.Name == metric && s.Slice == "all");

    private static List<string> Timeless(ScriptedEvaluation evaluation) =>
        [.. evaluation.Rows().Select(r => string.Join('|', r.Where(c => c.Key != "run" && !c.Key.StartsWith("latency", StringComparison.Ordinal)).Select(c => c.Value)))];

    private static long Recorded(ScriptedEvaluation evaluation, string query)
    {
        using var connection = new SqliteConnection($"Data Source={evaluation.Folder.Database};Mode=ReadOnly;Pooling=False");
        connection.Open();
#pragma warning disable CA2100 // Queries are constants of this file.
        using var command = new SqliteCommand(query, connection);
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private static List<string> Files(ScriptedEvaluation evaluation) =>
        [.. Directory.EnumerateFiles(evaluation.Folder.FullPath, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) is var name && (name == "run.json" || !name.StartsWith("run.", StringComparison.Ordinal))).Order(StringComparer.Ordinal).Select(f => $"{f} {File.GetLastWriteTimeUtc(f):O}")];

    /// <summary>Stands for what asks a judge or a program.</summary>
    private sealed class Asked(string definition) : IEvaluator
    {
        private int calls;

        public int Calls => calls;

        public bool IsDown { get; set; }

        /// <summary>Why a sample has no value; absent where it has one.</summary>
        public Func<string, string?> Answers { get; set; } = _ => null;

        public string Definition => definition;

        public IReadOnlyList<Metric> Metrics { get; } = [new("asked", Unit.YesNo, Direction.Higher, definition)];

        public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken)
        {
            if (IsDown)
                throw new ScoringStoppedException("strict", StopCause.Outage, "it is down.");
            Interlocked.Increment(ref calls);
            var detail = new System.Text.Json.Nodes.JsonObject { ["said"] = Answers(sample.Id) };
            return ValueTask.FromResult<IReadOnlyList<Score>>([Answers(sample.Id) is { } reason ? Metrics[0].NotScored(reason) with { Detail = detail } : Metrics[0].Scored(true)]);
        }
    }

    /// <summary>Its pattern never ends on these replies.</summary>
    private sealed class Stuck : IEvaluator
    {
        public string Definition => "stuck@1";

        public IReadOnlyList<Metric> Metrics { get; } = [new("stuck", Unit.YesNo, Direction.Higher, "1")];

        public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) => throw new RegexMatchTimeoutException();
    }
}

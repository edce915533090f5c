using EvalHarness.Cli;
using EvalHarness.Cli.Terminal;
using EvalHarness.Comparisons;
using EvalHarness.Runs;
using EvalHarness.Tests.Reports;

namespace EvalHarness.Tests.Cli;

public sealed class RunResultTests
{
    [Test]
    public void A_run_that_ended_early_can_be_resumed_and_one_that_an_endpoint_stopped_is_invalid()
    {
        RunStop budget = new(StopCause.Budget, null, "b"), deadline = new(StopCause.Deadline, null, "d"), endpoint = new(StopCause.Endpoint, "rag", "e");

        Assert.That(RunResult.ExitCodeOf([]), Is.Zero);
        Assert.That(RunResult.ExitCodeOf([budget]), Is.EqualTo(4));
        Assert.That(RunResult.ExitCodeOf([deadline]), Is.EqualTo(4));
        Assert.That(RunResult.ExitCodeOf([new(StopCause.Outage, null, "o")]), Is.EqualTo(4));
        Assert.That(RunResult.ExitCodeOf([deadline, endpoint]), Is.EqualTo(3));
    }

    [Test]
    public void A_metric_without_any_value_is_warned_of_once_for_all_pipelines()
    {
        var report = SomeReport.Make() with { Unscored = [Unscored("rag", "token-f1"), Unscored("rag", "exact-match"), Unscored("base", "token-f1"), Unscored("base", "exact-match")] };
        var error = new StringWriter();

        RunResult.Print(report, new RunFolder("reports/r"), "text", new TerminalOutput(TextWriter.Null, error));

        Assert.That(error.ToString(), Does.Contain("WARNING: No value at all of “Word overlap with the gold answer” (token-f1) and “Answers equal to the gold answer” (exact-match) for rag and base: not one row could be scored, and nothing is concluded. 50 of 60 rows: the judge failed: 503. 10 of 60 rows: no reply.\n"));
        Assert.That(error.ToString().Split("WARNING").Length, Is.EqualTo(2));
    }

    private static UnscoredMetric Unscored(string pipeline, string metric) => new(pipeline, metric, 60, [("the judge failed: 503", 50), ("no reply", 10)]);

    [TestCase(StopCause.Budget, 4)]
    [TestCase(null, 3)]
    public void A_pipeline_without_a_row_is_no_fault_of_its_own_where_the_whole_run_was_stopped(StopCause? cause, int exitCode)
    {
        var report = SomeReport.Make();
        report = report with
        {
            Summaries = [.. report.Summaries.Where(s => s.Pipeline != "base")],
            Manifest = report.Manifest with { Stops = cause is { } stopped ? [new RunStop(stopped, null, "the budget")] : null },
        };
        var error = new StringWriter();

        Assert.That(RunResult.Print(report, new RunFolder("reports/r"), "json", new TerminalOutput(TextWriter.Null, error)), Is.EqualTo(exitCode));
        Assert.That(error.ToString(), cause is null ? Does.Contain("pipeline 'base' has no usable row") : Does.Not.Contain("no usable row"));
    }
}

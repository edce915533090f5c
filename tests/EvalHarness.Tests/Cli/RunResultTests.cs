using EvalHarness.Cli;
using EvalHarness.Cli.Terminal;
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
        Assert.That(RunResult.ExitCodeOf([deadline, endpoint]), Is.EqualTo(3));
    }

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

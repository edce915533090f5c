using EvalHarness.Cli;
using EvalHarness.Runs;

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
}

using EvalHarness.Runs;
using EvalHarness.Server;

namespace EvalHarness.Tests.Server;

public sealed class RunUnderWayTests
{
    [Test]
    public async Task A_run_under_way_shows_how_far_it_is_until_it_is_finished()
    {
        TaskCompletionSource third = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using ScriptedEvaluation evaluation = new(Waiting(third, goOn), "warm_up: 0, concurrency: 1", "sums");
        var running = evaluation.RunAsync();
        await third.Task;
        await using var served = await ServedRuns.OfAsync(new ServeOptions { Folder = Path.GetDirectoryName(evaluation.Folder.FullPath)! });

        var (list, page) = (await served.PageAsync("/"), await served.PageAsync($"/runs/{evaluation.Folder.Id}/"));
        goOn.SetResult();
        await running;
        var finished = await served.PageAsync($"/runs/{evaluation.Folder.Id}/");

        Assert.That(list, Does.Contain("under way, 33 %").And.Contain("data-state=\"under-way\""));
        Assert.That(page, Does.Contain("2 of 6 rows are answered").And.Contain("max=\"6\" value=\"2\"").And.Contain("data-state=\"under-way\""));
        Assert.That(finished, Does.Contain(">finished<").And.Contain("data-state=\"still\"").And.Not.Contain("<progress"));
    }

    [Test]
    public async Task A_run_that_was_stopped_says_how_it_is_resumed()
    {
        using ScriptedEvaluation evaluation = new(new ScriptedPipelines().With("sums", ScriptedEvaluation.Right), "warm_up: 0, concurrency: 1", "sums") { StopAfter = 2 };
        Assert.That(evaluation.RunAsync, Throws.InstanceOf<OperationCanceledException>());
        // As a process that is gone leaves it.
        File.WriteAllText(Path.Combine(evaluation.Folder.FullPath, "run.owner"), "process 1, started 2001-01-01 00:00:00 UTC");
        await using var served = await ServedRuns.OfAsync(new ServeOptions { Folder = Path.GetDirectoryName(evaluation.Folder.FullPath)! });

        var page = await served.PageAsync($"/runs/{evaluation.Folder.Id}/");

        Assert.That(page, Does.Contain("stopped, ").And.Contain("It is resumed by: evalharness run sums").And.Contain("data-state=\"still\""));
    }

    [Test]
    public async Task A_run_that_is_only_read_is_not_taken_and_not_changed()
    {
        using ScriptedEvaluation evaluation = new(new ScriptedPipelines().With("sums", ScriptedEvaluation.Right), "warm_up: 0", "sums");
        await evaluation.RunAsync();
        await using var read = OpenRun.ForReading(evaluation.Folder);

        await using (var taken = OpenRun.Existing(evaluation.Folder))
            Assert.That(await read.Store.Traces.CountAsync(default), Is.EqualTo(6));

        Assert.That(() => read.Finish(DateTimeOffset.UnixEpoch), Throws.InvalidOperationException);
        Assert.That(() => read.Store.Plan.WriteAsync(RunPlan.Of(read.Manifest.Pipelines, null, read.Manifest.Options), default), Throws.Exception);
    }

    private static ScriptedPipelines Waiting(TaskCompletionSource third, TaskCompletionSource goOn)
    {
        var calls = 0;
        return new ScriptedPipelines().With("sums", async (request, _, token) =>
        {
            if (Interlocked.Increment(ref calls) == 3)
            {
                third.SetResult();
                await goOn.Task.WaitAsync(token);
            }

            return Some.Answer(ScriptedEvaluation.Right(request));
        });
    }
}

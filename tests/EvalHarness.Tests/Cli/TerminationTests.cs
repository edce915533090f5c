namespace EvalHarness.Tests.Cli;

/// <summary>What a scheduler sends when it wants a job to end: SIGTERM, on a real child process.</summary>
[NonParallelizable]
internal sealed class TerminationTests
{
    [Test]
    public async Task SIGTERM_leaves_a_run_that_the_same_command_resumes()
    {
        using var reports = new TemporaryFolder();
        string[] arguments = ["run", Path.Combine(Repository.Helpdesk, "experiment.yaml"), "--pipelines", "base,rag", "--limit", "120", "--out", reports.FullPath];
        using var terminated = CliProcess.Start(arguments);
        while (!terminated.HasExited && !Directory.EnumerateFiles(reports.FullPath, "run.json", SearchOption.AllDirectories).Any())
            await Task.Delay(10);
        terminated.Terminate();
        var stopped = await terminated.EndAsync();

        var result = await CliProcess.RunAsync(arguments);

        Assert.That(stopped.ExitCode, Is.EqualTo(4), stopped.Error);
        Assert.That(stopped.Error, Does.Contain("the same command goes on from here"));
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("resuming "));
        Assert.That(Directory.GetDirectories(reports.FullPath), Has.Length.EqualTo(1));
    }
}

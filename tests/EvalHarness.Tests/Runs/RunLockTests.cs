using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Runs;

internal sealed class RunLockTests
{
    [Test]
    public void A_run_in_use_is_refused_with_the_process_and_its_start()
    {
        using var folder = new TemporaryFolder();
        var run = new RunFolder(folder.FullPath);
        using var held = RunLock.Take(run);

        Assert.That(() => RunLock.Take(run), Throws.TypeOf<InputException>()
            .With.Message.Contains($"process {Environment.ProcessId}, started ").And.Message.Contains("--new"));
    }

    [Test]
    public void A_run_is_free_again_when_its_holder_lets_go()
    {
        using var folder = new TemporaryFolder();
        var run = new RunFolder(folder.FullPath);
        RunLock.Take(run).Dispose();

        Assert.That(() => RunLock.Take(run).Dispose(), Throws.Nothing);
    }
}

using System.Diagnostics;
using System.Globalization;
using EvalHarness.Inputs;

namespace EvalHarness.Runs;

/// <summary>One process at a time works on a run. The operating system lets go of the lock when the process dies, however it dies.</summary>
public sealed class RunLock : IDisposable
{
    private readonly FileStream held;

    private RunLock(FileStream held) => this.held = held;

    public static RunLock Take(RunFolder folder)
    {
        var owner = Path.Combine(folder.FullPath, "run.owner");
        try
        {
            var held = new FileStream(Path.Combine(folder.FullPath, "run.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            using var me = Process.GetCurrentProcess();
            File.WriteAllText(owner, string.Create(CultureInfo.InvariantCulture, $"process {me.Id}, started {me.StartTime.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC"));
            return new RunLock(held);
        }
        catch (IOException) when (File.Exists(owner))
        {
            throw new InputException(new InputProblem(folder.FullPath, $"the run is in use by {File.ReadAllText(owner)}", "Wait for it, or stop it, or start another run with --new."));
        }
    }

    public void Dispose() => held.Dispose();
}

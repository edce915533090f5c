using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using EvalHarness.Inputs;

namespace EvalHarness.Runs;

/// <summary>One process at a time works on a run. The operating system lets go of the lock when the process dies, however it dies.</summary>
public sealed partial class RunLock : IDisposable
{
    private const string LockFile = "run.lock";
    private const string OwnerFile = "run.owner";

    // Two processes may read one start time a little apart.
    private static readonly TimeSpan SameStart = TimeSpan.FromSeconds(5);

    private readonly FileStream held;

    private RunLock(FileStream held, RunFolder folder)
    {
        this.held = held;
        using var me = Process.GetCurrentProcess();
        File.WriteAllText(
            Path.Combine(folder.FullPath, OwnerFile),
            string.Create(CultureInfo.InvariantCulture, $"process {me.Id}, started {me.StartTime.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC"));
    }

    /// <exception cref="InputException">Another process has the run.</exception>
    public static RunLock Take(RunFolder folder)
    {
        try
        {
            return new RunLock(Open(folder, FileMode.OpenOrCreate), folder);
        }
        catch (IOException) when (File.Exists(Path.Combine(folder.FullPath, LockFile)))
        {
            throw new InputException(new InputProblem(folder.FullPath, $"the run is in use by {Owner(folder)}", "Wait for it, or stop it, or start another run with --new."));
        }
    }

    /// <summary>Takes a folder that no run has yet; absent when another process was quicker.</summary>
    public static RunLock? TakeNew(RunFolder folder)
    {
        try
        {
            return new RunLock(Open(folder, FileMode.CreateNew), folder);
        }
        catch (IOException) when (File.Exists(Path.Combine(folder.FullPath, LockFile)))
        {
            return null;
        }
    }

    /// <summary>Whether the process that took the run last is still there. The lock is left alone: a run that starts now must find it free.</summary>
    public static bool IsOwnerAlive(RunFolder folder)
    {
        if (Written().Match(Owner(folder)) is not { Success: true } owner)
            return false;
        try
        {
            using var process = Process.GetProcessById(int.Parse(owner.Groups["id"].Value, CultureInfo.InvariantCulture));
            var started = DateTime.Parse(owner.Groups["start"].Value, CultureInfo.InvariantCulture);
            return (process.StartTime.ToUniversalTime() - started).Duration() < SameStart;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // There is no such process, or none any more.
            return false;
        }
    }

    public void Dispose() => held.Dispose();

    private static FileStream Open(RunFolder folder, FileMode mode) =>
        new(Path.Combine(folder.FullPath, LockFile), mode, FileAccess.ReadWrite, FileShare.None);

    // It is written just after the lock is taken.
    private static string Owner(RunFolder folder) =>
        Path.Combine(folder.FullPath, OwnerFile) is var file && File.Exists(file) ? File.ReadAllText(file) : "another process";

    [GeneratedRegex(@"^process (?<id>\d{1,9}), started (?<start>[\d-]+ [\d:]+) UTC$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}

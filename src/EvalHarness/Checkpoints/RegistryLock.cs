using System.Diagnostics;
using System.Globalization;
using EvalHarness.Inputs;

namespace EvalHarness.Checkpoints;

/// <summary>One process at a time adds to a registry. The operating system lets go of the lock when the process dies, however it dies.</summary>
internal sealed class RegistryLock : IDisposable
{
    private readonly FileStream held;
    private readonly string owner;

    private RegistryLock(FileStream held, string owner, string command)
    {
        (this.held, this.owner) = (held, owner);
        using var me = Process.GetCurrentProcess();
        File.WriteAllText(owner, string.Create(CultureInfo.InvariantCulture, $"process {me.Id}, started {me.StartTime.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC: {command}"));
    }

    /// <exception cref="InputException">Another process has it, or the folder cannot be written to.</exception>
    public static RegistryLock Take(string registry, string command)
    {
        var (file, owner) = ($"{registry}.lock", $"{registry}.owner");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(registry)!);
            return new RegistryLock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), owner, command);
        }
        catch (IOException) when (File.Exists(file))
        {
            throw new InputException(new InputProblem(registry, $"the registry is in use by {Owner(owner)}", "Nothing was changed. Wait for it, look at what it did (evalharness checkpoints list), and decide again."));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(registry, $"the registry cannot be written ({exception.Message})", "Check the permissions of its folder, or name another file with --registry."));
        }
    }

    public void Dispose()
    {
        // While it is still held: afterwards the file may be another's.
        File.Delete(owner);
        held.Dispose();
    }

    // It is written just after the lock is taken, and deleted just before it is let go.
    private static string Owner(string file)
    {
        try
        {
            return File.ReadAllText(file) is { Length: > 0 } owner ? owner : "another process";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}

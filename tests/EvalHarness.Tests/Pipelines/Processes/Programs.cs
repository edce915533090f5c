using System.Diagnostics;

namespace EvalHarness.Tests.Pipelines.Processes;

/// <summary>What tests of programs need to know about the machine.</summary>
internal static class Programs
{
    /// <summary>Skips the test, with the reason, on a machine without Python.</summary>
    public static void NeedPython()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(f => File.Exists(Path.Combine(f, "python3"))))
            Assert.Ignore("python3 is not on PATH: programs in Python are not tried.");
    }

    /// <summary>Whether a process runs; one that has ended and was not collected yet does not.</summary>
    public static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !OperatingSystem.IsLinux() || !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException)
        {
            return false;
        }
    }

    public static async Task<bool> EndsAsync(int id)
    {
        for (var i = 0; i < 100 && IsRunning(id); i++)
            await Task.Delay(50);
        return !IsRunning(id);
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace EvalHarness.Runs;

/// <summary>Reads what a manifest says of the machine and the code.</summary>
public static class EnvironmentProbe
{
    /// <param name="folder">Whose repository is asked for its commit.</param>
    public static EnvironmentRecord Read(string folder) => new(
        typeof(EnvironmentProbe).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.OSDescription,
        Environment.ProcessorCount,
        Git(folder, "rev-parse", "HEAD")?.Trim(),
        Git(folder, "status", "--porcelain") is { } status ? status.Length > 0 : null,
        Packages());

    private static SortedDictionary<string, string> Packages()
    {
        var referenced = AppDomain.CurrentDomain.GetAssemblies()
            .Select(a => a.GetName())
            .Where(n => n.Name is { } name && !name.StartsWith("System", StringComparison.Ordinal) && !name.StartsWith("netstandard", StringComparison.Ordinal))
            .DistinctBy(n => n.Name, StringComparer.Ordinal)
            .ToDictionary(n => n.Name!, n => n.Version?.ToString() ?? "", StringComparer.Ordinal);
        return new SortedDictionary<string, string>(referenced, StringComparer.Ordinal);
    }

    // Nothing when git is not there or the folder is in no repository.
    private static string? Git(string folder, params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments)
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace EvalHarness.Runs;

/// <summary>Reads what a manifest says of the machine and the code.</summary>
public static class EnvironmentProbe
{
    /// <summary>Of this program.</summary>
    public static string HarnessVersion { get; } = typeof(EnvironmentProbe).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <param name="folder">Whose repository is asked for its commit.</param>
    public static EnvironmentRecord Read(string folder) => new(
        HarnessVersion,
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.OSDescription,
        Environment.ProcessorCount,
        Git(folder, "rev-parse", "HEAD")?.Trim(),
        Git(folder, "status", "--porcelain") is { } status ? status.Length > 0 : null,
        Packages());

    // What the program was built with; empty where the host brings no such list (a test runner of another shape).
    private static SortedDictionary<string, string> Packages()
    {
        SortedDictionary<string, string> packages = new(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "EvalHarness*.deps.json"))
        {
            using var dependencies = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var library in dependencies.RootElement.GetProperty("libraries").EnumerateObject())
                if (library.Value.GetProperty("type").ValueEquals("package") && library.Name.Split('/') is [var name, var version])
                    packages[name] = version;
        }

        return packages;
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

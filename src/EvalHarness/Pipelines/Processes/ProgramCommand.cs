using System.Diagnostics;
using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Processes;

/// <summary>What is started, where, and with which environment.</summary>
/// <param name="Program">Absolute.</param>
/// <param name="Folder">Absolute.</param>
internal sealed record ProgramCommand(string Program, IReadOnlyList<string> Arguments, string Folder, IReadOnlyDictionary<string, string> Environment)
{
    // What programs need to run at all; SystemRoot and its like are Windows' share of it.
    private static readonly string[] Inherited =
        ["PATH", "HOME", "TMP", "TEMP", "TMPDIR", "LANG", "SystemRoot", "PATHEXT", "COMSPEC", "USERPROFILE", "APPDATA", "LOCALAPPDATA"];

    /// <param name="program">From <see cref="ProgramFile"/>.</param>
    public static ProgramCommand From(ProcessSettings settings, string program, string folder, EnvironmentText environment)
    {
        var variables = Inherited.Select(name => (Name: name, Value: environment.Value(name))).Where(v => v.Value is not null).ToDictionary(v => v.Name, v => v.Value!, StringComparer.Ordinal);
        foreach (var (name, value) in settings.Environment)
            variables[name] = environment.Fill(value);
        return new ProgramCommand(program, [.. settings.Command.Skip(1)], folder, variables);
    }

    public ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return start;
    }
}

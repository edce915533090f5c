using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Processes;

/// <summary>Finds the file of a program: a path from its folder, or a name on PATH; never a name in the current folder.</summary>
internal static class ProgramFile
{
    /// <summary>Absolute; absent when there is no such file.</summary>
    public static string? Find(string program, string folder, EnvironmentText environment)
    {
        if (Path.GetFileName(program) != program)
            return Candidates(Path.GetFullPath(program, folder), environment).FirstOrDefault(File.Exists);
        var folders = (environment.Value("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(f => Candidates(Path.Combine(f, program), environment)).FirstOrDefault(File.Exists);
    }

    // Windows finds python.exe under the name of python.
    private static IEnumerable<string> Candidates(string file, EnvironmentText environment) => OperatingSystem.IsWindows()
        ? [file, .. (environment.Value("PATHEXT") ?? ".EXE;.CMD;.BAT").Split(';').Select(extension => file + extension)]
        : [file];
}

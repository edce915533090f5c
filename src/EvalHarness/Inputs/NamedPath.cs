namespace EvalHarness.Inputs;

/// <summary>A file or folder that an experiment names by a path from its own folder.</summary>
public static class NamedPath
{
    /// <param name="where">What names it.</param>
    /// <param name="key">The setting, where the place does not say it; with its colon.</param>
    /// <param name="folder">Where relative paths start.</param>
    /// <returns>Absent when the file is there.</returns>
    public static InputProblem? MissingFile(string where, string path, string folder, string key = "")
    {
        var file = Path.GetFullPath(path, folder);
        if (File.Exists(file))
            return null;
        var missing = InputText.Missing(file);
        return new InputProblem(where, $"{key}'{path}': {missing.Found}", $"{missing.Mend} {Start(folder)}");
    }

    /// <inheritdoc cref="MissingFile"/>
    public static InputProblem? MissingFolder(string where, string path, string folder, string key = "") =>
        Directory.Exists(Path.GetFullPath(path, folder)) ? null : new InputProblem(where, $"{key}'{path}': the folder does not exist", Start(folder));

    private static string Start(string folder) => $"Paths start at the experiment file's folder, {folder}.";
}

using EvalHarness.Inputs;

namespace EvalHarness.Evaluators.Plugins;

/// <summary>The folder of a plug-in's assembly: all of the code in it may be run, so all of it is hashed.</summary>
internal static class PluginFolder
{
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private static readonly string[] Code = [".dll", ".so", ".dylib", ".deps.json"];

    /// <summary>Of every code file below the folder, with its name; a copy of the harness is left out, for it is never loaded.</summary>
    public static string Hash(string assembly)
    {
        var folder = Path.GetDirectoryName(assembly)!;
        var files = Directory.EnumerateFiles(folder, "*", Below)
            .Where(file => Code.Any(end => file.EndsWith(end, StringComparison.OrdinalIgnoreCase)) && !PluginLoadContext.IsShared(Path.GetFileNameWithoutExtension(file)))
            .Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .OrderBy(f => f.Name, StringComparer.Ordinal);
        return ContentHash.Of([.. files.SelectMany(f => new[] { f.Name, ContentHash.OfFile(f.File) })]);
    }
}

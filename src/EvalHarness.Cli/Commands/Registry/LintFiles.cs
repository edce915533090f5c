using EvalHarness.Promotions;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>Finds lint results: the one that is named, else every lint.json beside the registry, beside its checkpoints and in the folders of runs.</summary>
internal static class LintFiles
{
    public static IReadOnlyList<LintRecord> Find(string? named, params IReadOnlyList<string> folders) => named is not null
        ? [LintRecord.Read(named)]
        : [.. folders.SelectMany(In).Distinct(StringComparer.Ordinal).Select(LintRecord.Read)];

    private static IEnumerable<string> In(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Prepend(folder).SelectMany(d => Directory.EnumerateFiles(d)).Where(IsLint).Order(StringComparer.Ordinal)
        : [];

    private static bool IsLint(string file) => Path.GetFileName(file) is var name && (name == LintRecord.FileName || name.EndsWith($".{LintRecord.FileName}", StringComparison.Ordinal));
}

using EvalHarness.Calibration.Labelling;
using EvalHarness.Inputs;

namespace EvalHarness.Imports.Labelling;

/// <summary>Finds what raters handed in, and the key that their labels are read with.</summary>
/// <param name="KeyFile">The key's file.</param>
/// <param name="Files">One of each rater; sheets that nobody filled are left out.</param>
public sealed record RaterFolder(string KeyFile, IReadOnlyList<RaterFile> Files)
{
    /// <param name="named">The folder of an export, or files; the key stands beside the first.</param>
    /// <param name="key">The key, where it stands elsewhere.</param>
    /// <exception cref="InputException">There is no key, or nothing that is filled.</exception>
    public static async Task<RaterFolder> ReadAsync(IReadOnlyList<string> named, string? key, CancellationToken cancellationToken)
    {
        var keyFile = key ?? Path.Combine(Directory.Exists(named[0]) ? named[0] : Path.GetDirectoryName(Path.GetFullPath(named[0]))!, LabelKey.FileName);
        if (!File.Exists(keyFile))
            throw new InputException(new InputProblem(keyFile, "the key of the export is not there", "Name the exported folder, or the key with --key."));
        List<RaterFile> files = [];
        foreach (var file in named.SelectMany(FilesOf).Where(f => Path.GetFullPath(f) != Path.GetFullPath(keyFile)))
            files.Add(await RaterFileReader.ReadAsync(file, cancellationToken));
        var filled = files.Where(f => !f.IsBlank).ToList();
        return filled.Count > 0
            ? new RaterFolder(keyFile, filled)
            : throw new InputException(new InputProblem(named[0], "no label is in it", "Fill labels.csv and save it under each rater's name, or put the files that label.html hands out beside it."));
    }

    private static IEnumerable<string> FilesOf(string named) => Directory.Exists(named)
        ? Directory.EnumerateFiles(named).Where(f => Path.GetExtension(f).ToLowerInvariant() is ".csv" or ".tsv" or ".json").Order(StringComparer.Ordinal)
        : [named];
}

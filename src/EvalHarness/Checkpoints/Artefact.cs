using EvalHarness.Inputs;

namespace EvalHarness.Checkpoints;

/// <summary>The files of a checkpoint.</summary>
/// <param name="Path">A file or a folder; relative to the registry's folder where it stands below it, with slashes.</param>
/// <param name="Sha256">See <see cref="HashOf"/>.</param>
public sealed record Artefact(string Path, string Sha256)
{
    /// <param name="registryFolder">Where the registry stands, absolute.</param>
    /// <exception cref="InputException">There is nothing at the path.</exception>
    public static Artefact At(string path, string registryFolder)
    {
        var full = System.IO.Path.GetFullPath(path);
        var relative = System.IO.Path.GetRelativePath(registryFolder, full);
        var isBelow = !System.IO.Path.IsPathRooted(relative) && relative.Split(System.IO.Path.DirectorySeparatorChar)[0] != "..";
        return new Artefact((isBelow ? relative : full).Replace('\\', '/'), HashOf(full));
    }

    /// <summary>Of a file its SHA-256; of a folder the hash of its files and their names.</summary>
    /// <remarks>In a folder with a checkpoint.json that file counts by <see cref="CheckpointManifest.Hash"/>: the same training on another day gives the same artefact.</remarks>
    /// <exception cref="InputException">There is nothing at the path, or its checkpoint.json cannot be read.</exception>
    public static string HashOf(string path)
    {
        if (File.Exists(path))
            return ContentHash.OfFile(path);
        if (!Directory.Exists(path))
            throw new InputException(new InputProblem(path, "there is neither a file nor a folder", "Put the artefact back, or check the path."));
        var manifest = System.IO.Path.Combine(path, CheckpointFolder.ManifestFile);
        return File.Exists(manifest) ? OfCheckpoint(path, manifest) : ContentHash.OfFolder(path);
    }

    /// <param name="registryFolder">Where the registry stands, absolute.</param>
    public string FullPath(string registryFolder) => System.IO.Path.GetFullPath(Path, registryFolder);

    /// <summary>What is wrong with the files as they stand; absent when they are those that were registered.</summary>
    public InputProblem? Problem(string registryFolder)
    {
        var full = FullPath(registryFolder);
        try
        {
            return HashOf(full) is var found && found == Sha256
                ? null
                : new InputProblem(full, $"the artefact is not the one that was registered: its hash is {ContentHash.Short(found)}, not {ContentHash.Short(Sha256)}", "Put the registered files back, or register these under another version.");
        }
        catch (InputException exception)
        {
            return exception.Problems[0];
        }
    }

    private static string OfCheckpoint(string folder, string manifest)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => file != manifest)
            .Select(file => (Name: System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .OrderBy(f => f.Name, StringComparer.Ordinal);
        return ContentHash.Of([CheckpointFolder.ReadManifest(manifest).Hash(), .. files.SelectMany(f => new[] { f.Name, ContentHash.OfFile(f.File) })]);
    }
}

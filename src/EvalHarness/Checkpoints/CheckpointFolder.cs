using System.Text.Json;
using EvalHarness.Inputs;

namespace EvalHarness.Checkpoints;

/// <summary>The checkpoints beside an experiment file: <c>checkpoints/name@version/</c>.</summary>
/// <param name="experimentFolder">Where the experiment file stands.</param>
public sealed class CheckpointFolder(string experimentFolder)
{
    public const string ManifestFile = "checkpoint.json";

    private const int Attempts = 10;

    private static readonly JsonSerializerOptions Json = new(InputJson.Options) { WriteIndented = true };

    private readonly string root = Path.Combine(Path.GetFullPath(experimentFolder), "checkpoints");

    public string PathOf(CheckpointName name) => Path.Combine(root, name.ToString());

    public bool Contains(CheckpointName name) => File.Exists(ManifestOf(name));

    /// <summary>Throws InputException when the checkpoint does not exist or its manifest cannot be read.</summary>
    public Checkpoint Open(CheckpointName name)
    {
        if (!Contains(name))
            throw new InputException(new InputProblem($"checkpoint '{name}'", $"the folder '{PathOf(name)}' holds no checkpoint", "Run `evalharness train` on the experiment to make it."));

        return new Checkpoint(ReadManifest(ManifestOf(name)), PathOf(name));
    }

    /// <param name="file">A <c>checkpoint.json</c>, wherever it stands.</param>
    /// <exception cref="InputException">It is missing or cannot be read.</exception>
    public static CheckpointManifest ReadManifest(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<CheckpointManifest>(InputText.Read(file), Json)!;
        }
        catch (JsonException exception)
        {
            throw new InputException(new InputProblem(file, exception.Message, "Delete the folder and run `evalharness train` again."));
        }
    }

    /// <summary>Every checkpoint in the folder, by name and version.</summary>
    public IReadOnlyList<Checkpoint> List() =>
        Directory.Exists(root)
            ? [.. Directory.EnumerateFiles(root, ManifestFile, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
                .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!))
                .Where(name => !name.StartsWith('.'))
                .Order(StringComparer.Ordinal)
                .Select(name => Open(CheckpointName.Parse(name)))]
            : [];

    /// <summary>Writes a checkpoint whole or not at all: the files into a folder beside it, the manifest, then the move.</summary>
    /// <param name="writeFiles">Writes the model's files into the folder that it is given.</param>
    public Checkpoint Write(CheckpointManifest manifest, Action<string> writeFiles)
    {
        var name = CheckpointName.Parse($"{manifest.Name}@{manifest.Version}");
        var (target, draft) = (PathOf(name), Path.Combine(root, $".{name}.{Environment.ProcessId}"));
        Remove(draft);
        Directory.CreateDirectory(draft);
        writeFiles(draft);
        File.WriteAllText(Path.Combine(draft, ManifestFile), JsonSerializer.Serialize(manifest, Json) + "\n");

        Replace(draft, target);
        return new Checkpoint(manifest, target);
    }

    private string ManifestOf(CheckpointName name) => Path.Combine(PathOf(name), ManifestFile);

    // Another process may put its checkpoint there in between: the later one stands.
    private static void Replace(string draft, string target)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Remove(target);
                Directory.Move(draft, target);
                return;
            }
            catch (IOException) when (attempt < Attempts && Directory.Exists(draft))
            {
            }
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}

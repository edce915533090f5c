using EvalHarness.Inputs;
using EvalHarness.Schemas;

namespace EvalHarness.Checkpoints;

/// <summary>The checkpoints that are known and what the aliases name: a file of JSON lines to which entries are only ever added, each with the hash of the one before.</summary>
/// <remarks>docs/decisions/checkpoint-registry.md says why a file, and what its hashes find and do not find.</remarks>
public sealed class CheckpointRegistry
{
    private readonly RegistryReading reading;

    private CheckpointRegistry(string file, RegistryReading reading)
    {
        (File, this.reading) = (file, reading);
        Aliases = AliasHistory.Of(reading.Entries);
    }

    /// <summary>Absolute.</summary>
    public string File { get; }

    /// <summary>Where relative paths of artefacts start.</summary>
    public string Folder => Path.GetDirectoryName(File)!;

    public IReadOnlyList<RegistryEntry> Entries => reading.Entries;

    /// <summary>The hash of the last entry; zeros where there is none.</summary>
    public string Head => Entries.Count > 0 ? Entries[^1].Hash : EntryLine.NoHash;

    public IReadOnlyList<CheckpointRecord> Checkpoints => [.. Entries.Select(e => e.Checkpoint).OfType<CheckpointRecord>()];

    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, AliasState> Aliases { get; }

    /// <summary>What a user should know of the file; absent when it ends as it should.</summary>
    public string? Warning => reading.Torn == 0 ? null : FormattableString.Invariant($"{File} ends with half a line ({reading.Torn} bytes): a command was killed while it wrote, or the file was cut. What it was about to say did not happen; the next entry takes its place.");

    /// <summary>Where it lies when nobody says otherwise.</summary>
    /// <param name="experimentFolder">Where the experiment file stands.</param>
    public static string FileBeside(string experimentFolder) => Path.Combine(Path.GetFullPath(experimentFolder), "checkpoints", "registry.jsonl");

    /// <summary>A file that is not there is an empty registry.</summary>
    /// <exception cref="InputException">It was tampered with, or cannot be read.</exception>
    public static CheckpointRegistry Read(string file)
    {
        var reading = RegistryReader.Read(Path.GetFullPath(file));
        return reading.Problems.Count == 0
            ? new CheckpointRegistry(Path.GetFullPath(file), reading)
            : throw new InputException([reading.Problems[0], .. reading.Problems.Count > 1 ? [More(file, reading)] : Array.Empty<InputProblem>()]);
    }

    /// <param name="name">As name@version, or an alias.</param>
    /// <exception cref="InputException">The registry does not know it.</exception>
    public CheckpointRecord Find(string name, string where)
    {
        var wanted = Aliases.TryGetValue(name, out var alias) ? alias.Checkpoint : name;
        string[] known = [.. Aliases.Keys, .. Checkpoints.Select(c => c.FullName)];
        return Checkpoints.FirstOrDefault(c => c.FullName == wanted) ?? throw new InputException(new InputProblem(
            where,
            name.Contains('@', StringComparison.Ordinal) ? $"there is no checkpoint '{name}' in {File}" : $"there is no alias '{name}' in {File}",
            known.Length == 0 ? "It is empty: evalharness checkpoints register --help" : $"{NearestName.Question(name, known)}It has: {string.Join(", ", known)}."));
    }

    internal RegistryReading Reading => reading;

    private static InputProblem More(string file, RegistryReading reading) =>
        new(file, FormattableString.Invariant($"{reading.Problems.Count - 1} more problems"), "See all: evalharness checkpoints verify.");
}

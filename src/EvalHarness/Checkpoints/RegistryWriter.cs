using EvalHarness.Inputs;

namespace EvalHarness.Checkpoints;

/// <summary>Adds entries to a registry. From its opening to its disposal no other process can, so what was read stays true.</summary>
public sealed class RegistryWriter : IDisposable
{
    private readonly RegistryLock held;
    private readonly RegistryAuthor author;
    private readonly TimeProvider time;

    private RegistryWriter(RegistryLock held, CheckpointRegistry registry, RegistryAuthor author, TimeProvider time) =>
        (this.held, Registry, this.author, this.time) = (held, registry, author, time);

    /// <summary>As it stands, with what was added.</summary>
    public CheckpointRegistry Registry { get; private set; }

    /// <exception cref="InputException">Another process has it, it was tampered with, or it cannot be written.</exception>
    public static RegistryWriter Open(string file, RegistryAuthor author, TimeProvider time)
    {
        var full = Path.GetFullPath(file);
        var held = RegistryLock.Take(full, author.Command);
        try
        {
            return new RegistryWriter(held, CheckpointRegistry.Read(full), author, time);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public RegistryEntry Add(CheckpointRecord checkpoint) => Append(Next(EntryKind.Register) with { Checkpoint = checkpoint });

    /// <param name="kind">Promote, override or rollback.</param>
    public RegistryEntry Add(EntryKind kind, AliasMove move) => Append(Next(kind) with { Move = move });

    public RegistryEntry Add(Confirmation confirmation) => Append(Next(EntryKind.Confirmation) with { Confirmation = confirmation });

    public RegistryEntry Add(DrillRecord drill) => Append(Next(EntryKind.Drill) with { Drill = drill });

    public void Dispose() => held.Dispose();

    private RegistryEntry Next(EntryKind kind) => new()
    {
        Sequence = Registry.Entries.Count + 1,
        Previous = Registry.Head,
        At = time.GetUtcNow(),
        By = author.By,
        Command = author.Command,
        Kind = kind,
    };

    // On the disk when it returns. What a killed command left of its line is cut off first: nobody was told of it.
    private RegistryEntry Append(RegistryEntry draft)
    {
        var (entry, line) = EntryLine.Seal(draft);
        var before = Registry.Reading;
        try
        {
            using var stream = new FileStream(Registry.File, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
            stream.SetLength(before.Length);
            stream.Position = before.Length;
            stream.Write(System.Text.Encoding.UTF8.GetBytes($"{(before.LacksLineEnd ? "\n" : "")}{line}\n"));
            stream.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(Registry.File, $"the registry cannot be written ({exception.Message})", "Make room or mend its permissions, and give the command again."));
        }

        Registry = CheckpointRegistry.Read(Registry.File);
        return entry;
    }
}

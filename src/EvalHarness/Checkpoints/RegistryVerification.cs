using EvalHarness.Inputs;

namespace EvalHarness.Checkpoints;

/// <summary>Looks for all that is wrong with a registry: in itself, and against those who remember it.</summary>
public sealed record RegistryVerification
{
    private const string Mend = "Put back the file that it had then, from your version control or a backup, and find out who changed it.";

    private RegistryVerification(IReadOnlyList<InputProblem> problems, int count, string head) => (Problems, Count, Head) = (problems, count, head);

    /// <summary>In the order of the file, then of the witnesses.</summary>
    public IReadOnlyList<InputProblem> Problems { get; }

    /// <summary>Entries.</summary>
    public int Count { get; }

    public string Head { get; }

    /// <exception cref="InputException">The file cannot be opened.</exception>
    public static RegistryVerification Of(string file, IReadOnlyList<RegistryWitness> witnesses)
    {
        var reading = RegistryReader.Read(Path.GetFullPath(file));
        var head = reading.Entries.Count > 0 ? reading.Entries[^1].Hash : EntryLine.NoHash;
        return new RegistryVerification([.. reading.Problems, .. Torn(file, reading), .. Contradictions(file, reading.Entries, witnesses)], reading.Entries.Count, head);
    }

    /// <summary>What witnesses remember otherwise.</summary>
    public static IEnumerable<InputProblem> Contradictions(string file, IReadOnlyList<RegistryEntry> entries, IEnumerable<RegistryWitness> witnesses) =>
        witnesses.Select(w => Contradiction(file, entries, w)).OfType<InputProblem>();

    private static InputProblem? Contradiction(string file, IReadOnlyList<RegistryEntry> entries, RegistryWitness witness)
    {
        if (witness.Count > entries.Count)
            return new InputProblem(file, FormattableString.Invariant($"it has {entries.Count} entries, and had {witness.Count} when {witness.Where} was written: its end was cut off, or it was replaced"), Mend);
        var then = witness.Count == 0 ? EntryLine.NoHash : entries[witness.Count - 1].Hash;
        return then == witness.Head
            ? null
            : new InputProblem(file, FormattableString.Invariant($"its entry {witness.Count} has the hash {ContentHash.Short(then)}, and had {ContentHash.Short(witness.Head)} when {witness.Where} was written: it was edited or replaced"), Mend);
    }

    private static IEnumerable<InputProblem> Torn(string file, RegistryReading reading) => reading.Torn == 0
        ? []
        : [new InputProblem(file, FormattableString.Invariant($"it ends with half a line ({reading.Torn} bytes): a command was killed while it wrote, or the file was cut"), "If a command was killed, give it again: the next entry takes the place of the half line. Else put the file back.")];
}

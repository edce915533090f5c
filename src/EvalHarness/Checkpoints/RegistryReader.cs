using System.Globalization;
using System.Text.Json;
using EvalHarness.Inputs;

namespace EvalHarness.Checkpoints;

/// <summary>Reads a registry's file line by line, and holds each entry to its own hash, to the one before it and to what entries mean.</summary>
internal sealed class RegistryReader
{
    private const string Mend = "Put back the file from your version control or a backup; entries are only ever added, by evalharness.";

    private readonly string file;
    private readonly List<InputProblem> found = [];
    private readonly List<RegistryEntry> entries = [];
    private readonly RegistryRules rules = new();
    private string previous = EntryLine.NoHash;

    private RegistryReader(string file) => this.file = file;

    /// <summary>A file that is not there is an empty registry.</summary>
    /// <exception cref="InputException">It cannot be opened.</exception>
    public static RegistryReading Read(string file) => File.Exists(file) ? new RegistryReader(file).Read(Bytes(file)) : RegistryReading.Empty;

    private RegistryReading Read(ReadOnlySpan<byte> bytes)
    {
        var whole = bytes.LastIndexOf((byte)'\n') + 1;
        var number = 0;
        foreach (var range in bytes[..whole].Split((byte)'\n'))
            // Behind the last line's end stands nothing.
            if (++number > 0 && range.Start.Value < whole)
                Take(bytes[range], number);
        var tail = bytes[whole..];
        // An editor may have cut the last line's end off; half a line is no entry.
        if (tail.IsEmpty || !IsNext(tail))
            return new RegistryReading(entries, found, whole, tail.Length, LacksLineEnd: false);
        Take(tail, number);
        return new RegistryReading(entries, found, bytes.Length, 0, LacksLineEnd: true);
    }

    private void Take(ReadOnlySpan<byte> line, int number)
    {
        var utf8 = line.TrimEnd("\r "u8);
        var (root, problem) = JsonText.Parse(file, utf8, number);
        if (problem is not null)
        {
            found.Add(problem);
            return;
        }

        var errors = InputSchemas.Named("checkpoint-registry").Validate(root);
        if (errors.Count > 0)
        {
            ProblemList wrong = new();
            wrong.AddErrors(errors, JsonSource.Map(file, utf8, number));
            found.AddRange(wrong.Problems);
            return;
        }

        Check(root, root.Deserialize<RegistryEntry>(RegistryJson.Options)!, new SourceMark(number, 1).In(file));
    }

    private void Check(JsonElement root, RegistryEntry entry, string where)
    {
        if (EntryLine.HashOf(root) != entry.Hash)
            found.Add(new InputProblem(where, Text($"entry {entry.Sequence} was edited: its content does not have its hash"), Mend));
        if (entry.Sequence != entries.Count + 1 || entry.Previous != previous)
            found.Add(new InputProblem(where, Text($"entry {entry.Sequence} does not follow the one before it: entries were deleted, added, or put in another order"), Mend));
        if (rules.Broken(entry) is { } broken)
            found.Add(new InputProblem(where, Text($"entry {entry.Sequence}: {broken}"), Mend));
        entries.Add(entry);
        previous = entry.Hash;
    }

    private bool IsNext(ReadOnlySpan<byte> tail) =>
        JsonText.Parse(file, tail, 1) is { Problem: null, Root: { ValueKind: JsonValueKind.Object } root }
        && root.TryGetProperty("hash", out var hash) && hash.ValueKind == JsonValueKind.String && hash.GetString() == EntryLine.HashOf(root);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // Nobody is kept from adding to it meanwhile.
    private static byte[] Bytes(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(file, $"the registry cannot be read ({exception.Message})", "Check its permissions, and that it is a file."));
        }
    }
}

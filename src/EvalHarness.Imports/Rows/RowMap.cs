using System.Globalization;
using System.Text.Json;
using EvalHarness.Inputs;

namespace EvalHarness.Imports.Rows;

/// <summary>Where in the rows of a file things stand: what we call a thing → the places where it may be, the first that has something wins.</summary>
public sealed class RowMap
{
    private readonly Dictionary<string, ColumnPath[]> paths;

    private RowMap(Dictionary<string, ColumnPath[]> paths) => this.paths = paths;

    /// <param name="places">Of a format: a thing, then the names that its versions give it.</param>
    public static RowMap Of(params IReadOnlyList<(string Key, string[] Places)> places) =>
        new(places.ToDictionary(p => p.Key, p => p.Places.Select(place => new ColumnPath(place, "map")).ToArray(), StringComparer.Ordinal));

    public IEnumerable<string> Keys => paths.Keys;

    /// <summary>Whether something is read from a column, or from inside it.</summary>
    public bool Reads(string column) => paths.Values.SelectMany(p => p).Any(p => p.Column == column || p.Text == column);

    /// <summary>With what the user says instead.</summary>
    /// <exception cref="InputException">A path is none.</exception>
    public RowMap With(IReadOnlyDictionary<string, string> map, string where)
    {
        Dictionary<string, ColumnPath[]> merged = new(paths, StringComparer.Ordinal);
        foreach (var (key, path) in map)
            merged[key] = [new ColumnPath(path, $"{where}: {key}")];
        return new RowMap(merged);
    }

    /// <summary>All that stands there, lists taken apart.</summary>
    public IReadOnlyList<JsonElement> Items(Row row, string key) => Items(row.Values, key);

    public IReadOnlyList<JsonElement> Items(JsonElement values, string key) =>
        [.. Found(values, key).Select(CellText.Unpacked).SelectMany(e => e.ValueKind == JsonValueKind.Array ? e.EnumerateArray().ToArray() : [e]).Where(e => e.ValueKind != JsonValueKind.Null)];

    /// <summary>The first text that stands there; absent when nothing or only white space does.</summary>
    public string? Text(Row row, string key) => Text(row.Values, key);

    public string? Text(JsonElement values, string key) => Found(values, key).Select(CellText.Of).FirstOrDefault(t => !string.IsNullOrWhiteSpace(t));

    /// <summary>The first value as it is: a reply that is blank was still given.</summary>
    public string? RawText(Row row, string key) => Found(row.Values, key).Select(CellText.Of).FirstOrDefault();

    /// <exception cref="InputException">What stands there is no number of that kind.</exception>
    public double? Number(Row row, string key)
    {
        if (Text(row, key) is not { } text)
            return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number >= 0
            ? number
            : throw Wrong(row, key, text, "Write a number from 0 up.");
    }

    /// <exception cref="InputException">What stands there is no whole number.</exception>
    public long? Count(Row row, string key) => Number(row, key) is not { } number
        ? null
        : number == Math.Floor(number) && number <= 1e15
            ? (long)number
            : throw Wrong(row, key, Text(row, key)!, "Write a whole number.");

    public InputException Wrong(Row row, string key, string found, string mend) =>
        new(new InputProblem(row.Where, $"{key} ({Places(key)}): '{CellText.Start(found)}'", mend));

    /// <summary>The places of a thing, for messages.</summary>
    public string Places(string key) => string.Join(" or ", paths.GetValueOrDefault(key, []).Select(p => p.Text));

    private IReadOnlyList<JsonElement> Found(JsonElement values, string key)
    {
        foreach (var path in paths.GetValueOrDefault(key, []))
            if (path.Find(values) is { Count: > 0 } found)
                return found;
        return [];
    }
}

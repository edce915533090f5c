using System.Runtime.CompilerServices;
using System.Text.Json;
using CsvHelper;
using EvalHarness.Inputs;

namespace EvalHarness.Imports.Rows;

/// <summary>CSV with a header (RFC 4180); the separator is found from the first lines. Every value is text; memory holds one record.</summary>
internal static class CsvRows
{
    public static async IAsyncEnumerable<Row> ReadAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = CsvReader.Create(InputStream.Open(file), Options(file), leaveOpen: false);
        var names = await HeaderAsync(file, reader, cancellationToken);
        while (await NextAsync(file, reader, cancellationToken))
            yield return Read(file, reader, names);
    }

    private static CsvReaderOptions Options(string file) => new()
    {
        Separator = InputStream.Ending(file) == ".tsv" ? '\t' : null,
        TrackLineNumbers = true,
        MaxRecordSize = JsonLines.MaxLineBytes,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        IncludeValuesInExceptions = false,
    };

    private static async Task<IReadOnlyList<string>> HeaderAsync(string file, CsvReader reader, CancellationToken cancellationToken)
    {
        await GuardAsync(file, async () => { await reader.ReadHeaderAsync(cancellationToken); return true; });
        var names = reader.Headers.ToList();
        if (names.Count == 0)
            throw new InputException(new InputProblem(file, "the file has no header", "Write the columns' names in the first line."));
        return names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new InputException(new InputProblem($"{file}:1", $"two columns are called '{twice.Key}'", "Give each a name of its own."))
            : names;
    }

    private static Row Read(string file, CsvReader reader, IReadOnlyList<string> names)
    {
        var where = $"{file}:{reader.LineNumber}";
        if (InputText.FindNotUtf8(reader.RawRecord) is not null)
            throw new InputException(new InputProblem(where, "these bytes are not UTF-8", "Save the file as UTF-8."));
        var cells = new Dictionary<string, string>(names.Count, StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
            cells.Add(names[i], reader.GetString(i));
        return new Row(where, JsonSerializer.SerializeToElement(cells));
    }

    private static ValueTask<bool> NextAsync(string file, CsvReader reader, CancellationToken cancellationToken) =>
        GuardAsync(file, () => reader.ReadAsync(cancellationToken));

    private static async ValueTask<bool> GuardAsync(string file, Func<ValueTask<bool>> read)
    {
        try
        {
            return await read();
        }
        catch (CsvFormatException exception)
        {
            throw new InputException(new InputProblem(
                exception.LineNumber > 0 ? $"{file}:{exception.LineNumber}" : file,
                $"not CSV ({exception.Message.TrimEnd('.')})",
                "Quote fields that hold the separator, a quote or a line break, and double the quotes in them."));
        }
    }
}

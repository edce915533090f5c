using System.Runtime.CompilerServices;
using EvalHarness.Inputs;

namespace EvalHarness.Imports.Rows;

/// <summary>Reads the rows of a file by what its name ends in: .jsonl, .json, .csv, .tsv or .parquet, each also as .gz.</summary>
public static class RowFile
{
    /// <exception cref="InputException">The file is missing, of another kind, or rows in it are wrong.</exception>
    public static IAsyncEnumerable<Row> ReadAsync(string file, CancellationToken cancellationToken) => WithoutDamage(file, Reader(file)(file, cancellationToken), cancellationToken);

    private static Func<string, CancellationToken, IAsyncEnumerable<Row>> Reader(string file) => InputStream.Ending(file) switch
    {
        ".jsonl" or ".ndjson" => JsonLineRows.ReadAsync,
        ".json" => JsonListRows.ReadAsync,
        ".csv" or ".tsv" => CsvRows.ReadAsync,
        ".parquet" => ParquetRows.ReadAsync,
        _ when !File.Exists(file) => throw new InputException(InputText.Missing(file)),
        var ending => throw new InputException(new InputProblem(file, $"the ending '{ending}' says nothing of what is in it", "Rename it: .jsonl, .json, .csv, .tsv or .parquet, each also with .gz behind.")),
    };

    // A packed file may break off anywhere.
    private static async IAsyncEnumerable<Row> WithoutDamage(string file, IAsyncEnumerable<Row> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var each = rows.GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(file, each))
            yield return each.Current;
    }

    private static async ValueTask<bool> NextAsync(string file, IAsyncEnumerator<Row> rows)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (InvalidDataException exception)
        {
            throw new InputException(InputStream.Damaged(file, exception));
        }
    }
}

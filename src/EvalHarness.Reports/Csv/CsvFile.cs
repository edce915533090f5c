using CsvHelper;

namespace EvalHarness.Reports.Csv;

/// <summary>UTF-8 without a byte order mark, LF, invariant culture, a header always.</summary>
internal static class CsvFile
{
    // A text that a spreadsheet would run as a formula gets a ' in front and quotes around it; numbers stay numbers.
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", Injection = CsvInjection.Escape };

    /// <summary>Holds one row at a time.</summary>
    public static Task WriteAsync<T>(string path, CsvColumns<T> columns, IAsyncEnumerable<T> rows, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(path, async stream =>
        {
            await using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
            columns.WriteHeader(csv);
            await csv.EndRecordAsync(cancellationToken);
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                columns.WriteRow(csv, row);
                await csv.EndRecordAsync(cancellationToken);
            }
        });

    public static Task WriteAsync<T>(string path, CsvColumns<T> columns, IEnumerable<T> rows, CancellationToken cancellationToken) =>
        WriteAsync(path, columns, rows.ToAsyncEnumerable(), cancellationToken);
}

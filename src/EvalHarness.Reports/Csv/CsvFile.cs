using CsvHelper;
using EvalHarness.Reports.Tables;

namespace EvalHarness.Reports.Csv;

/// <summary>UTF-8 without a byte order mark, LF, invariant culture, a header always.</summary>
internal static class CsvFile
{
    // A text that a spreadsheet would run as a formula gets a ' in front and quotes around it; numbers stay numbers.
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", Injection = CsvInjection.Escape };

    /// <summary>Holds one row at a time.</summary>
    public static Task WriteAsync<T>(string path, TableColumns<T> columns, IAsyncEnumerable<T> rows, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(path, async stream =>
        {
            await using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
            var cells = new CsvCells(csv);
            foreach (var column in columns.All)
                csv.WriteField(column.Name);
            await csv.EndRecordAsync(cancellationToken);
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                foreach (var column in columns.All)
                    column.Write(cells, row);
                await csv.EndRecordAsync(cancellationToken);
            }
        });

    public static Task WriteAsync<T>(string path, TableColumns<T> columns, IEnumerable<T> rows, CancellationToken cancellationToken) =>
        WriteAsync(path, columns, rows.ToAsyncEnumerable(), cancellationToken);
}

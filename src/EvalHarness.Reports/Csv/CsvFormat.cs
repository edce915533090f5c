using EvalHarness.Reports.Tables;

namespace EvalHarness.Reports.Csv;

internal sealed class CsvFormat : ITableFormat
{
    public Task WriteAsync<T>(string path, TableColumns<T> columns, IAsyncEnumerable<T> rows, CancellationToken cancellationToken) =>
        CsvFile.WriteAsync(path + ".csv", columns, rows, cancellationToken);
}

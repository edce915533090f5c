using EvalHarness.Reports.Tables;

namespace EvalHarness.Reports.Parquet;

/// <param name="always">Whether a file is written where none was yet. One that is there is always written anew, so that it never disagrees with the CSV beside it.</param>
internal sealed class ParquetFormat(bool always) : ITableFormat
{
    public Task WriteAsync<T>(string path, TableColumns<T> columns, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        var file = path + ".parquet";
        return always || File.Exists(file) ? ParquetFile.WriteAsync(file, columns, rows, cancellationToken) : Task.CompletedTask;
    }
}

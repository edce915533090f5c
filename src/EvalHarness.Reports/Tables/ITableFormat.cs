namespace EvalHarness.Reports.Tables;

/// <summary>How a table becomes a file.</summary>
internal interface ITableFormat
{
    /// <summary>Rows are streamed; the file is there whole or not at all.</summary>
    /// <param name="path">Without what the format ends it with.</param>
    Task WriteAsync<T>(string path, TableColumns<T> columns, IAsyncEnumerable<T> rows, CancellationToken cancellationToken);
}

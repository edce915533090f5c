namespace EvalHarness.Reports.Tables;

/// <summary>A folder that tables of one format are written to.</summary>
internal sealed record TableTarget(string Folder, ITableFormat Format)
{
    /// <param name="name">Of the file, without its ending.</param>
    public Task WriteAsync<T>(string name, TableColumns<T> columns, IAsyncEnumerable<T> rows, CancellationToken cancellationToken) =>
        Format.WriteAsync(Path.Combine(Folder, name), columns, rows, cancellationToken);

    public Task WriteAsync<T>(string name, TableColumns<T> columns, IEnumerable<T> rows, CancellationToken cancellationToken) =>
        WriteAsync(name, columns, rows.ToAsyncEnumerable(), cancellationToken);
}

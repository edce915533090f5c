using EvalHarness.Reports.Tables;
using Parquet;
using Parquet.Schema;

namespace EvalHarness.Reports.Parquet;

/// <summary>The cells of one column, gathered for a row group.</summary>
internal sealed class ParquetCells(DataField column) : ICells
{
    private readonly List<string?> texts = [];
    private readonly List<double?> numbers = [];
    private readonly List<long?> counts = [];

    public DataField Column => column;

    public void Text(string? value) => texts.Add(value);

    public void Number(double? value) => numbers.Add(value);

    public void Count(long? value) => counts.Add(value);

    public async Task MoveToAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
    {
        if (column.ClrType == typeof(double))
            await group.WriteAsync<double>(column, numbers.ToArray(), cancellationToken: cancellationToken);
        else if (column.ClrType == typeof(long))
            await group.WriteAsync<long>(column, counts.ToArray(), cancellationToken: cancellationToken);
        else
            await group.WriteAsync(column, texts!);
        texts.Clear();
        numbers.Clear();
        counts.Clear();
    }
}

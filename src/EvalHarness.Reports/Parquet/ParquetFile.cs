using System.IO.Compression;
using EvalHarness.Reports.Tables;
using Parquet;
using Parquet.Schema;

namespace EvalHarness.Reports.Parquet;

/// <summary>Text, double and long columns that may all hold null; row groups of <see cref="GroupRows"/> rows, of which memory holds one.</summary>
internal static class ParquetFile
{
    public const int GroupRows = 10_000;

    // Snappy is what every reader knows.
    private static readonly ParquetOptions Options = new() { CompressionMethod = CompressionMethod.Snappy, CompressionLevel = CompressionLevel.Fastest };

    public static Task WriteAsync<T>(string path, TableColumns<T> columns, IAsyncEnumerable<T> rows, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(path, async stream =>
        {
            ParquetCells[] cells = [.. columns.All.Select(c => new ParquetCells(new DataField(c.Name, c.Type, isNullable: true)))];
            await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(cells.Select(c => c.Column)), stream, Options, append: false, cancellationToken);
            await foreach (var group in rows.Chunk(GroupRows).WithCancellation(cancellationToken))
            {
                foreach (var row in group)
                    for (var i = 0; i < cells.Length; i++)
                        columns.All[i].Write(cells[i], row);
                await WriteGroupAsync(writer, cells, cancellationToken);
            }
        });

    private static async Task WriteGroupAsync(ParquetWriter writer, IEnumerable<ParquetCells> cells, CancellationToken cancellationToken)
    {
        using var group = writer.CreateRowGroup();
        foreach (var gathered in cells)
            await gathered.MoveToAsync(group, cancellationToken);
    }
}

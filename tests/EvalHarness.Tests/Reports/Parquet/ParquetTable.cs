using Parquet;
using Parquet.Schema;
using Parquet.Serialization;

namespace EvalHarness.Tests.Reports.Parquet;

/// <summary>A file that a test has written, read whole.</summary>
/// <param name="Groups">Row groups.</param>
internal sealed record ParquetTable(IReadOnlyList<DataField> Columns, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, int Groups)
{
    public static async Task<ParquetTable> ReadAsync(string file)
    {
        await using var stream = File.OpenRead(file);
        await using var reader = await ParquetReader.CreateAsync(stream, new ParquetOptions(), leaveStreamOpen: true);
        var columns = reader.Schema.DataFields;
        List<IReadOnlyDictionary<string, object?>> rows = [];
        for (var group = 0; group < reader.RowGroupCount; group++)
            rows.AddRange((await ParquetSerializer.DeserializeUntypedAsync(stream, new ParquetOptions(), group)).Data.Select(row => Row(columns, row)));
        return new ParquetTable(columns, rows, reader.RowGroupCount);
    }

    // What is null is left out of a row that is read untyped.
    private static Dictionary<string, object?> Row(IEnumerable<DataField> columns, Dictionary<string, object> cells) =>
        columns.ToDictionary(c => c.Name, c => cells.GetValueOrDefault(c.Name) is ReadOnlyMemory<char> text ? text.ToString() : cells.GetValueOrDefault(c.Name));
}

using System.Runtime.CompilerServices;
using EvalHarness.Inputs;
using Parquet;
using Parquet.Serialization;

namespace EvalHarness.Imports.Rows;

/// <summary>Parquet, row group by row group: memory holds one group. Lists and structs keep their form; bytes are left out.</summary>
internal static class ParquetRows
{
    private static readonly ParquetOptions Options = new();

    public static async IAsyncEnumerable<Row> ReadAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = await SeekableAsync(file, cancellationToken);
        var number = 0;
        for (var group = 0; group < await GroupsAsync(file, stream, cancellationToken); group++)
            foreach (var row in await GroupAsync(file, stream, group, cancellationToken))
                yield return new Row($"{file}: row {++number}", ParquetValue.Json(row));
    }

    // A packed file cannot be read from its end.
    private static async Task<Stream> SeekableAsync(string file, CancellationToken cancellationToken) =>
        file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? await InputStream.ReadWholeAsync(file, cancellationToken) : InputText.Open(file);

    private static Task<int> GroupsAsync(string file, Stream stream, CancellationToken cancellationToken) => GuardAsync(file, async () =>
    {
        stream.Position = 0;
        await using var reader = await ParquetReader.CreateAsync(stream, Options, leaveStreamOpen: true, cancellationToken);
        return reader.RowGroupCount;
    });

    private static Task<IList<Dictionary<string, object>>> GroupAsync(string file, Stream stream, int group, CancellationToken cancellationToken) => GuardAsync(file, async () =>
    {
        stream.Position = 0;
        var read = await ParquetSerializer.DeserializeUntypedAsync(stream, Options, group, cancellationToken);
        return read.Data;
    });

    private static async Task<T> GuardAsync<T>(string file, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception exception) when (exception is IOException or ParquetException or NotSupportedException or InvalidDataException)
        {
            throw new InputException(new InputProblem(file, $"not a Parquet file that can be read ({exception.Message.TrimEnd('.')})", "Check that the download is complete, or write it as JSONL."));
        }
    }
}

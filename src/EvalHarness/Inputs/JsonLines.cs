using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace EvalHarness.Inputs;

/// <summary>Reads JSONL line by line: UTF-8, one JSON value on each line, blank lines left out. Memory holds one line.</summary>
public static class JsonLines
{
    /// <summary>The longest line that is read, in bytes.</summary>
    public const int MaxLineBytes = 8 * 1024 * 1024;

    /// <remarks>A bad line is handed on with its problem, so that a reader can report all of them.</remarks>
    /// <exception cref="InputException">The file is missing or cannot be opened.</exception>
    public static async IAsyncEnumerable<JsonLine> ReadAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = InputText.Open(file);
        await foreach (var line in ReadAsync(file, stream, cancellationToken))
            yield return line;
    }

    /// <param name="file">What messages call it.</param>
    /// <param name="stream">Its text, unpacked where the file is not; left open.</param>
    public static async IAsyncEnumerable<JsonLine> ReadAsync(string file, Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var line in LinesAsync(PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 1 << 16, leaveOpen: true)), cancellationToken))
        {
            number++;
            if (line is null)
                yield return TooLong(file, number);
            else if (Trimmed(line, number) is { IsEmpty: false } utf8)
                yield return Parse(file, number, utf8);
        }
    }

    private static JsonLine Parse(string file, int number, ReadOnlyMemory<byte> utf8)
    {
        var (root, problem) = JsonText.Parse(file, utf8.Span, number);
        return new JsonLine(file, number, utf8, root, problem);
    }

    private static JsonLine TooLong(string file, int number) => new(file, number, default, default, new InputProblem(
        new SourceMark(number, 1).In(file),
        $"the line is longer than {MaxLineBytes} bytes",
        "Write one JSON object per line, and check that the file is JSONL."));

    // Columns stay right: only the end is cut, and the mark at a file's start, which is no character.
    private static ReadOnlyMemory<byte> Trimmed(byte[] line, int number)
    {
        var start = number == 1 && line.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        var text = line.AsMemory(start).TrimEnd("\r \t"u8);
        return text.Span.TrimStart(" \t"u8).IsEmpty ? default : text;
    }

    /// <summary>The lines without their ends; nothing in place of one that is too long.</summary>
    private static async IAsyncEnumerable<byte[]?> LinesAsync(PipeReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tooLong = false;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var rest = result.Buffer;
            while (TryTakeLine(ref rest, out var line))
            {
                yield return tooLong || line.Length > MaxLineBytes ? null : line.ToArray();
                tooLong = false;
            }

            tooLong |= rest.Length > MaxLineBytes;
            if (result.IsCompleted && (tooLong || !rest.IsEmpty))
                yield return tooLong ? null : rest.ToArray();
            if (result.IsCompleted)
                yield break;
            // What is too long is thrown away as it comes.
            reader.AdvanceTo(tooLong ? rest.End : rest.Start, rest.End);
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> rest, out ReadOnlySequence<byte> line)
    {
        line = default;
        if (rest.PositionOf((byte)'\n') is not { } end)
            return false;
        line = rest.Slice(0, end);
        rest = rest.Slice(rest.GetPosition(1, end));
        return true;
    }
}

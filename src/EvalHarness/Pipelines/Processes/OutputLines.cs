using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Processes;

/// <summary>Reads a program's output line by line, up to a length.</summary>
internal sealed class OutputLines(Stream output)
{
    /// <summary>Longer lines are refused, in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private readonly PipeReader pipe = PipeReader.Create(output, new StreamPipeReaderOptions(bufferSize: 64 * 1024));

    /// <summary>The next line; absent when the output has ended, or its last line has no end.</summary>
    /// <exception cref="ProcessFailedException">The line is too long, or not UTF-8.</exception>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        long searched = 0;
        while (true)
        {
            var read = await pipe.ReadAsync(cancellationToken);
            if (read.Buffer.Slice(searched).PositionOf((byte)'\n') is { } end)
                return Take(read.Buffer, end);
            searched = read.Buffer.Length;
            if (searched > MaxBytes)
                throw new ProcessFailedException($"a line of its output is longer than {MaxBytes / (1024 * 1024)} MB");
            if (read.IsCompleted)
                return null;
            pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private string Take(ReadOnlySequence<byte> buffer, SequencePosition end)
    {
        var line = buffer.Slice(0, end).ToArray();
        pipe.AdvanceTo(buffer.GetPosition(1, end));
        return InputText.FindNotUtf8(line) is { } mark
            ? throw new ProcessFailedException($"a line of its output is not UTF-8 from column {mark.Column}")
            : Encoding.UTF8.GetString(line).TrimEnd('\r');
    }
}

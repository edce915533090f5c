using System.Text;
using EvalHarness.Schemas;

namespace EvalHarness.Inputs;

/// <summary>Reads a file that people write, whole: UTF-8, of a bounded size.</summary>
public static class InputText
{
    /// <summary>Larger files are refused, in bytes: what people write by hand is far smaller.</summary>
    public const long MaxBytes = 4 * 1024 * 1024;

    /// <exception cref="InputException">The file is missing, cannot be opened, is too large, or is not UTF-8.</exception>
    public static string Read(string file)
    {
        using var stream = Open(file);
        if (stream.Length > MaxBytes)
            throw new InputException(new InputProblem(file, $"the file has {stream.Length} bytes", $"At most {MaxBytes} are read: split it, or check that it is the right file."));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Decode(file, bytes).TrimStart('\uFEFF');
    }

    /// <exception cref="InputException">The file is missing or cannot be opened.</exception>
    public static FileStream Open(string file)
    {
        if (!File.Exists(file))
            throw new InputException(Missing(file));
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, useAsync: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(file, $"the file cannot be read ({exception.Message})", "Check its permissions, and that no other program holds it."));
        }
    }

    /// <summary>Says that a file is missing, and what stands beside where it should be.</summary>
    public static InputProblem Missing(string file)
    {
        if (Directory.Exists(file))
            return new InputProblem(file, "this is a folder", "Name a file in it.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (!Directory.Exists(folder))
            return new InputProblem(file, "the file does not exist, nor does its folder", "Check the path.");
        var question = NearestName.Question(Path.GetFileName(file), Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        return new InputProblem(file, "the file does not exist", $"{question}Check the path.");
    }

    /// <summary>The first byte of a text that is not UTF-8, as a place; nothing when all of it is.</summary>
    public static SourceMark? FindNotUtf8(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return null;
        var good = ValidPrefix(bytes);
        var lineStart = good.LastIndexOf((byte)'\n') + 1;
        return new SourceMark(good.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(good[lineStart..]) + 1);
    }

    private static string Decode(string file, byte[] bytes) => FindNotUtf8(bytes) is { } mark
        ? throw new InputException(new InputProblem(mark.In(file), "these bytes are not UTF-8", "Save the file as UTF-8."))
        : Encoding.UTF8.GetString(bytes);

    private static ReadOnlySpan<byte> ValidPrefix(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes;
        while (!rest.IsEmpty && Rune.DecodeFromUtf8(rest, out _, out var length) == System.Buffers.OperationStatus.Done)
            rest = rest[length..];
        return bytes[..^rest.Length];
    }
}

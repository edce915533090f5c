using System.Text.Json;
using EvalHarness.Schemas;

namespace EvalHarness.Inputs;

/// <summary>Parses JSON that people write, and says what is wrong with it.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <param name="firstLine">The line of the file in which it starts.</param>
    public static (JsonElement Root, InputProblem? Problem) Parse(string file, ReadOnlySpan<byte> utf8, int firstLine)
    {
        if (InputText.FindNotUtf8(utf8) is { } mark)
            return Wrong(file, mark with { Line = mark.Line + firstLine - 1 }, "these bytes are not UTF-8", "Save the file as UTF-8.");
        if (JsonEscapes.HasLoneSurrogate(utf8))
            return Wrong(file, new SourceMark(firstLine, 1), @"a \u escape writes half of a surrogate pair", "Write the character itself.");
        try
        {
            return (JsonElement.Parse(utf8, Options), null);
        }
        catch (JsonException exception)
        {
            return Wrong(file, Mark(utf8, exception, firstLine), $"not JSON ({Reason(exception)})", "Write one JSON value; a missing quote, comma or brace is the usual cause.");
        }
    }

    private static (JsonElement, InputProblem?) Wrong(string file, SourceMark mark, string found, string mend) => (default, new InputProblem(mark.In(file), found, mend));

    private static SourceMark Mark(ReadOnlySpan<byte> utf8, JsonException exception, int firstLine)
    {
        var lineStart = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
            lineStart += utf8[lineStart..].IndexOf((byte)'\n') + 1;
        return JsonSource.Mark(utf8, lineStart + (exception.BytePositionInLine ?? 0), firstLine);
    }

    // Line and column stand in front of the message already.
    private static string Reason(JsonException exception)
    {
        var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? exception.Message : exception.Message[..end]).TrimEnd('.');
    }
}

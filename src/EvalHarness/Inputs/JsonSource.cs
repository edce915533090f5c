using System.Text;
using System.Text.Json;
using EvalHarness.Schemas;

namespace EvalHarness.Inputs;

/// <summary>Finds where the parts of a JSON text stand.</summary>
public static class JsonSource
{
    /// <param name="utf8">Valid JSON.</param>
    /// <param name="firstLine">The line of the file in which it starts.</param>
    public static SourceMap Map(string file, ReadOnlySpan<byte> utf8, int firstLine = 1)
    {
        SourceMap map = new(file);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 128 });
        reader.Read();
        Note(ref reader, utf8, firstLine, "", map);
        return map;
    }

    /// <summary>A byte's place in a text.</summary>
    public static SourceMark Mark(ReadOnlySpan<byte> utf8, long at, int firstLine)
    {
        var before = utf8[..(int)Math.Min(at, utf8.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new SourceMark(firstLine + before.Count((byte)'\n'), Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    private static void Note(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, int firstLine, string pointer, SourceMap map)
    {
        map.AddValue(pointer, Mark(utf8, reader.TokenStartIndex, firstLine));
        if (reader.TokenType == JsonTokenType.StartObject)
            NoteProperties(ref reader, utf8, firstLine, pointer, map);
        else if (reader.TokenType == JsonTokenType.StartArray)
            for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
                Note(ref reader, utf8, firstLine, JsonPointer.Append(pointer, index), map);
    }

    private static void NoteProperties(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, int firstLine, string pointer, SourceMap map)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var child = JsonPointer.Append(pointer, reader.GetString()!);
            map.AddName(child, Mark(utf8, reader.TokenStartIndex, firstLine));
            reader.Read();
            Note(ref reader, utf8, firstLine, child, map);
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>A text as numbers of the pieces it is made of, in a block's table of strings.</summary>
[JsonConverter(typeof(PackedTextConverter))]
public sealed record PackedText(IReadOnlyList<int> Pieces);

/// <summary>One piece is a number, several are a list.</summary>
internal sealed class PackedTextConverter : JsonConverter<PackedText>
{
    public override PackedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Pages are written, never read back.");

    public override void Write(Utf8JsonWriter writer, PackedText value, JsonSerializerOptions options)
    {
        if (value.Pieces is [var only])
        {
            writer.WriteNumberValue(only);
            return;
        }

        writer.WriteStartArray();
        foreach (var piece in value.Pieces)
            writer.WriteNumberValue(piece);
        writer.WriteEndArray();
    }
}

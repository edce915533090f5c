using System.Text.Json;
using System.Text.Json.Serialization;

namespace EvalHarness.Evaluators.Checks;

/// <summary>Reads <see cref="Bounds"/> in each of the ways they may be written.</summary>
internal sealed class BoundsConverter : JsonConverter<Bounds>
{
    public override Bounds Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return Bounds.AtLeast(1);
            case JsonTokenType.False:
                return new Bounds(0, 0);
            case JsonTokenType.Number when reader.TryGetInt32(out var exactly):
                return new Bounds(exactly, exactly);
            default:
                var ends = JsonSerializer.Deserialize<Ends>(ref reader, options)!;
                return ends.Least <= ends.Most ? new Bounds(ends.Least, ends.Most) : throw new JsonException($"least: {ends.Least} is more than most: {ends.Most}, so nothing passes");
        }
    }

    public override void Write(Utf8JsonWriter writer, Bounds value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Ends { Least = value.Least, Most = value.Most }, options);

    internal sealed record Ends
    {
        public int Least { get; init; }

        public int Most { get; init; } = int.MaxValue;
    }
}

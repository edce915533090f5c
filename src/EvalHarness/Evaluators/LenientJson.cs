using System.Text;
using System.Text.Json;
using EvalHarness.Schemas;

namespace EvalHarness.Evaluators;

/// <summary>Reads the JSON of a reply, as it stands or inside one code fence or prose.</summary>
internal static class LenientJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>The whole text as JSON, or nothing; JSON that writes half a character pair is none, for no string can hold it.</summary>
    public static JsonElement? ReadStrict(string text)
    {
        // As bytes: half a character pair has none, and becomes U+FFFD in place of an exception.
        var bytes = Encoding.UTF8.GetBytes(text);
        if (JsonEscapes.HasLoneSurrogate(bytes))
            return null;
        try
        {
            using var document = JsonDocument.Parse(bytes, Options);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The one JSON object in a text; if there is none, its one array. Nothing when there are several to choose from.</summary>
    public static JsonElement? Find(string text)
    {
        var found = All(text);
        var objects = found.Where(value => value.ValueKind == JsonValueKind.Object).ToList();
        return (objects.Count, found.Count) switch
        {
            (1, _) => objects[0],
            (0, 1) => found[0],
            _ => null,
        };
    }

    private static List<JsonElement> All(string text)
    {
        var found = new List<JsonElement>();
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] is not ((byte)'{' or (byte)'[') || ReadAt(bytes.AsSpan(i)) is not { } read)
                continue;
            found.Add(read.Value);
            i += read.Length - 1;
        }

        return found;
    }

    private static (JsonElement Value, int Length)? ReadAt(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: true, state: default);
        try
        {
            var length = Length(ref reader);
            if (JsonEscapes.HasLoneSurrogate(bytes[..length]))
                return null;
            using var document = JsonDocument.Parse(bytes[..length].ToArray(), Options);
            return (document.RootElement.Clone(), length);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads one value and says how many bytes it took; the text may go on behind it.</summary>
    private static int Length(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
        return (int)reader.BytesConsumed;
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalHarness.Checkpoints;

/// <summary>An entry as a line of the registry.</summary>
internal static class EntryLine
{
    /// <summary>In place of a hash before the first entry.</summary>
    public const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";

    private const string HashKey = "hash";

    /// <summary>The entry with its hash, and its line without the end.</summary>
    public static (RegistryEntry Entry, string Line) Seal(RegistryEntry draft)
    {
        var json = JsonSerializer.SerializeToNode(draft, RegistryJson.Options)!.AsObject();
        var hash = HashOf(JsonSerializer.SerializeToElement(json));
        json[HashKey] = hash;
        return (draft with { Hash = hash }, json.ToJsonString(RegistryJson.Options));
    }

    /// <summary>Over everything but the hash, known or not.</summary>
    public static string HashOf(JsonElement entry)
    {
        var rest = JsonObject.Create(entry)!.DeepClone().AsObject();
        rest.Remove(HashKey);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Of(JsonSerializer.SerializeToElement(rest)))));
    }
}

using System.Text.Json;

namespace EvalHarness.Schemas;

/// <summary>Equality of JSON values: 1 equals 1.0, the order of keys does not count.</summary>
internal sealed class JsonValueComparer : IEqualityComparer<JsonElement>
{
    public static JsonValueComparer Instance { get; } = new();

    public bool Equals(JsonElement x, JsonElement y) => JsonElement.DeepEquals(x, y);

    public int GetHashCode(JsonElement obj) => obj.ValueKind switch
    {
        JsonValueKind.Number => obj.GetDouble().GetHashCode(),
        JsonValueKind.String => StringComparer.Ordinal.GetHashCode(obj.GetString()!),
        JsonValueKind.Array => obj.EnumerateArray().Aggregate(17, (hash, item) => HashCode.Combine(hash, GetHashCode(item))),
        JsonValueKind.Object => obj.EnumerateObject().Aggregate(31, (hash, p) => hash ^ HashCode.Combine(StringComparer.Ordinal.GetHashCode(p.Name), GetHashCode(p.Value))),
        var kind => (int)kind,
    };
}

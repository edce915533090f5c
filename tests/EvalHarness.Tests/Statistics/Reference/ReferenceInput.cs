using System.Text.Json;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Reference;

/// <summary>What a reference case is computed from.</summary>
internal sealed record ReferenceInput(JsonElement Json)
{
    public double Confidence => this["conf"];

    public double this[string name] => Json.GetProperty(name).GetDouble();

    public int Count(string name) => Json.GetProperty(name).GetInt32();

    public string Word(string name) => Json.GetProperty(name).GetString()!;

    public double[] Values(string name) => [.. Json.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];

    public double[] Ascending(string name) => [.. Values(name).Order()];

    public double[][] Table(string name) => [.. Json.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().Select(v => v.GetDouble()).ToArray())];

    /// <summary>Raters down, units across.</summary>
    public IReadOnlyList<IReadOnlyList<int?>> Ratings() =>
        [.. Json.GetProperty("ratings").EnumerateArray().Select(r => r.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? (int?)null : v.GetInt32()).ToList())];

    public ClusteredValues Differences() => ClusteredValues.Independent(Values("b").Zip(Values("a"), (b, a) => b - a));

    public ClusteredValues Clustered() => new(Values("scores"), Values("clusters").Select(c => (int)c));
}

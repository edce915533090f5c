using System.Text.Json;

namespace EvalHarness.Tests.Statistics.Reference;

/// <summary>What one kind of calculation should give for one input.</summary>
/// <param name="Tolerance">Absolute, or relative where the expected value is beyond 1.</param>
internal sealed record ReferenceCase(string Id, string Kind, ReferenceInput Input, JsonElement Expected, double Tolerance)
{
    /// <summary>Computed with SciPy, statsmodels and R; they are not part of the repository.</summary>
    public static IReadOnlyList<ReferenceCase> Shared() => Read(SharedData.Reference("statistics.json"));

    /// <summary>Published examples and what can be calculated by hand, each with its source.</summary>
    public static IReadOnlyList<ReferenceCase> Own() =>
        Read(Path.Combine(Repository.Root, "tests", "EvalHarness.Tests", "Statistics", "Reference", "own-cases.json"));

    private static List<ReferenceCase> Read(string file)
    {
        var cases = JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("cases");
        return [.. cases.EnumerateArray().Select(Of)];
    }

    private static ReferenceCase Of(JsonElement json) => new(
        json.GetProperty("id").GetString()!,
        json.GetProperty("kind").GetString()!,
        new(json.GetProperty("input")),
        json.GetProperty("expected"),
        json.GetProperty("tol").GetDouble());
}

using System.Text.Json;

namespace EvalHarness.Tests.Statistics;

/// <summary>Test vectors computed with SciPy, statsmodels and R; they are not part of the repository.</summary>
internal static class ReferenceFile
{
    public static IReadOnlyList<JsonElement> Cases(string kind)
    {
        var vectors = JsonDocument.Parse(File.ReadAllText(SharedData.Reference("statistics.json")));
        return [.. vectors.RootElement.GetProperty("cases").EnumerateArray().Where(c => c.GetProperty("kind").GetString() == kind)];
    }
}

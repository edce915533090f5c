using System.Text.Json;

namespace EvalHarness.Tests.Statistics;

/// <summary>Test vectors computed with SciPy, statsmodels and R; they are not part of the repository.</summary>
internal static class ReferenceFile
{
    public static IReadOnlyList<JsonElement> Cases(string kind)
    {
        if (Places().FirstOrDefault(File.Exists) is not { } file)
        {
            Assert.Ignore("reference/statistics.json is not on this machine: it is looked for in ../shared beside the repository and in /work/shared.");
            return [];
        }

        return [.. JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("cases").EnumerateArray().Where(c => c.GetProperty("kind").GetString() == kind)];
    }

    private static IEnumerable<string> Places()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EvalHarness.sln")))
            folder = folder.Parent;
        if (folder?.Parent is { } beside)
            yield return Path.Combine(beside.FullName, "shared", "reference", "statistics.json");
        yield return "/work/shared/reference/statistics.json";
    }
}

using EvalHarness.TrainingData;

namespace EvalHarness.Tests.Docs;

public class TrainingDataGuideTests
{
    private static string Guide => File.ReadAllText(Path.Combine(Repository.Root, "docs", "training-data.md"));

    [Test]
    public void Every_rule_is_described_with_its_severity()
    {
        var missing = LintRules.All.Where(r => !Guide.Contains($"| `{r.Id}` | {r.Severity.ToString().ToLowerInvariant()}", StringComparison.Ordinal)).Select(r => r.Id);

        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void No_rule_is_described_that_there_is_not()
    {
        var described = Guide.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length > 3 && cells[2].Split(' ')[0] is "error" or "warning" or "info")
            .Select(cells => cells[1].Trim('`'));

        Assert.That(described, Is.EquivalentTo(LintRules.All.Select(r => r.Id)));
    }
}

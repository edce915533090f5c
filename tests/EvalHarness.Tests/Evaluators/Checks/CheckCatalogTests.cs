using System.Text.Json.Nodes;
using EvalHarness.Evaluators.Checks;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class CheckCatalogTests
{
    private static readonly JsonNode Defs = JsonNode.Parse(InputSchemas.Text("experiment"))!["$defs"]!;

    public static IEnumerable<string> Names => CheckCatalog.All.Select(c => c.Name);

    [Test]
    public void Every_check_is_registered_once()
    {
        var classes = typeof(ICheck).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(ICheck)));

        Assert.That(CheckCatalog.All.Select(c => c.Check), Is.EquivalentTo(classes));
        Assert.That(Names, Is.Unique);
    }

    [TestCaseSource(nameof(Names))]
    public void A_check_is_in_the_schema_with_every_setting_described(string name)
    {
        var properties = Defs[$"check-{name}"]!["properties"]!.AsObject();

        Assert.That(Defs["check"]!["properties"]!["check"]!["enum"]!.AsArray().Select(n => (string?)n), Does.Contain(name));
        Assert.That(Defs["check"]!["allOf"]!.AsArray().Select(b => (string?)b!["then"]!["$ref"]), Does.Contain($"#/$defs/check-{name}"));
        Assert.That(properties.Where(p => p.Key is not ("kind" or "check") && p.Value!["description"] is null).Select(p => p.Key), Is.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public void The_schema_and_the_class_know_the_same_settings(string name)
    {
        var own = Defs[$"check-{name}"]!["properties"]!.AsObject().Select(p => p.Key).Except(CheckSettings.Shared);

        var known = Assert.Throws<InputException>(() => Checked.Evaluator($$"""{"check": "{{name}}", "no such key": 1}"""))!.Problems[0].Mend;

        Assert.That(own.Except(known[(known.IndexOf("Known: ", StringComparison.Ordinal) + 7)..].TrimEnd('.').Split(", ")), Is.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public void A_check_is_described_for_people(string name)
    {
        Assert.That(Says("docs/metrics.md", $"| `{name}` |"), "docs/metrics.md");
        Assert.That(Says("docs/guides/custom-metrics.md", $"check: {name}"), "docs/guides/custom-metrics.md");
    }

    [TestCaseSource(nameof(Names))]
    public void A_check_has_tests_of_its_own(string name)
    {
        var check = CheckCatalog.All.Single(c => c.Name == name).Check.Name;

        Assert.That(typeof(CheckCatalogTests).Assembly.GetTypes().Select(t => t.Name), Does.Contain($"{check}Tests"));
    }

    private static bool Says(string file, string text) => File.ReadAllText(Path.Combine(Repository.Root, file)).Contains(text, StringComparison.Ordinal);
}

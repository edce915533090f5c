using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class ToolCallCheckTests
{
    private const string Tools = """[{"type": "function", "function": {"name": "refund", "parameters": {"type": "object", "required": ["order"], "properties": {"order": {"type": "integer"}}}}}]""";

    private static readonly Sample Sample = Some.Sample() with { Expected = new JsonObject { ["name"] = "refund", ["arguments"] = new JsonObject { ["order"] = 7 } } };

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Set_up() => folder = new TemporaryFolder();

    [TearDown]
    public void Tear_down() => folder.Dispose();

    [TestCase("""{"name": "refund", "arguments": {"order": 7}}""", 1, 1, 1, 1)]
    [TestCase("""{"name": "refund", "arguments": "{\"order\": 7.0}"}""", 1, 1, 1, 1)]
    [TestCase("""{"name": "refund", "arguments": {"order": 8}}""", 0, 1, 1, 0)]
    [TestCase("""{"name": "refund", "arguments": {"order": "7"}}""", 0, 1, 0, 0)]
    [TestCase("""{"name": "cancel", "arguments": {"order": 7}}""", 0, 0, 0, 1)]
    [TestCase("I would refund it.", 0, 0, 0, 0)]
    public void A_call_is_right_in_its_parts(string reply, double whole, double name, double valid, double arguments)
    {
        folder.Write("tools.json", Tools);
        var evaluator = Checked.Evaluator("""{"check": "tool-call", "tools": "tools.json"}""", folder: folder.FullPath);

        Assert.That(Checked.Scores(evaluator, reply, Sample).Select(s => s.Value), Is.EqualTo(new double?[] { whole, name, valid, arguments }));
    }

    [Test]
    public void Without_tools_and_without_an_expected_call_nothing_can_be_said() =>
        Assert.That(Checked.Values("""{"check": "tool-call"}""", """{"name": "refund"}"""), Is.All.Null);

    [Test]
    public void A_call_may_stand_inside_of_a_reply() =>
        Assert.That(Checked.Values("""{"check": "tool-call", "call": "/call"}""", """{"call": {"name": "a"}}""", Some.Sample() with { Expected = new JsonObject { ["call"] = new JsonObject { ["name"] = "a" } } }), Is.EqualTo(new double?[] { 1, 1, null, 1 }));

    [Test]
    public void A_file_without_tools_is_refused()
    {
        folder.Write("tools.json", """{"name": "refund"}""");

        Assert.That(() => Checked.Evaluator("""{"check": "tool-call", "tools": "tools.json"}""", folder: folder.FullPath), Throws.TypeOf<InputException>().With.Message.Contains("no list of tools"));
    }
}

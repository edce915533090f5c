using System.Text.Json.Nodes;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Inputs;

public class YamlFileTests
{
    [TestCase("1", "1")]
    [TestCase("+12", "12")]
    [TestCase("-007", "-7")]
    [TestCase("0o17", "15")]
    [TestCase("0xfF", "255")]
    [TestCase("0.10", "0.10")]
    [TestCase(".5", "0.5")]
    [TestCase("-1.", "-1")]
    [TestCase("01.5e3", "1.5e3")]
    [TestCase("true", "true")]
    [TestCase("FALSE", "false")]
    [TestCase("~", "null")]
    [TestCase("null", "null")]
    [TestCase("", "null")]
    [TestCase("\"1\"", "\"1\"")]
    [TestCase("'true'", "\"true\"")]
    [TestCase("yes", "\"yes\"")]
    [TestCase("no", "\"no\"")]
    [TestCase("2026-09-01", "\"2026-09-01\"")]
    [TestCase("1.2.3", "\"1.2.3\"")]
    [TestCase("12:30", "\"12:30\"")]
    [TestCase("1_000", "\"1_000\"")]
    [TestCase("0b1", "\"0b1\"")]
    [TestCase("e5", "\"e5\"")]
    public void A_word_is_read_by_the_core_schema(string word, string json) =>
        Assert.That(Parse($"a: {word}").Root!["a"]?.ToJsonString() ?? "null", Is.EqualTo(json));

    [Test]
    public void Blocks_and_flows_nest()
    {
        var root = Parse("""
            a:
              - b: [1, two]
              - |
                3
            c: {}
            """).Root;

        Assert.That(JsonNode.DeepEquals(root, JsonNode.Parse("""{"a": [{"b": [1, "two"]}, "3\n"], "c": {}}""")));
    }

    [Test]
    public void The_place_of_every_key_and_value_is_known()
    {
        var source = Parse("a:\n  - b: 1\n  - c/d: [2, 3]\n").Source;

        Assert.That(source.Where("/a/0/b", name: true), Is.EqualTo("x.yaml:2:5"));
        Assert.That(source.Where("/a/0/b"), Is.EqualTo("x.yaml:2:8"));
        Assert.That(source.Where("/a/1/c~1d/1"), Is.EqualTo("x.yaml:3:14"));
        Assert.That(source.Where("/a/1/missing"), Is.EqualTo("x.yaml:3:5"));
    }

    [TestCase("a: &x 1", "x.yaml:1:4: the anchor &x. Anchors are not read: remove it and write values out.")]
    [TestCase("a: 1\nb: *x", "x.yaml:2:4: the alias *x. Aliases are not read: write the value out.")]
    [TestCase("a: !!str 1", "x.yaml:1:4: the tag tag:yaml.org,2002:str. Tags are not read: remove it; quotes make text.")]
    [TestCase("a: 1\nb: 2\na: 3", "x.yaml:3:1: the key 'a' stands there twice. It is also at x.yaml:1:1: keep one.")]
    [TestCase("? [a, b]\n: 1", "x.yaml:1:3: a key is not text. Write a single word, or put quotes around it.")]
    [TestCase("a: 1\n---\nb: 2", "x.yaml:2:1: a second document starts. Keep one document in the file: remove the --- line.")]
    [TestCase("a: .nan", "x.yaml:1:4: .nan is no number. Write a finite number, or put quotes around it.")]
    public void What_is_refused_says_where_and_how_to_mend_it(string yaml, string message) =>
        Assert.That(() => Parse(yaml), Throws.TypeOf<InputException>().With.Message.EqualTo(message));

    [TestCase("a: 1\n b: 2", "x.yaml:2:")]
    [TestCase("a: [1, 2\nb: 3", "x.yaml:1:")]
    [TestCase("a: \"open", "x.yaml:1:")]
    [TestCase("a:\n\t- 1", "x.yaml:1:")]
    public void Wrong_yaml_says_the_line(string yaml, string where) =>
        Assert.That(() => Parse(yaml), Throws.TypeOf<InputException>().With.Message.StartsWith(where).And.Message.Contains("not YAML").And.Message.Contains("Mend"));

    [Test]
    public void Deep_nesting_is_refused() =>
        Assert.That(() => Parse(new string('[', 5000) + new string(']', 5000)), Throws.TypeOf<InputException>().With.Message.Contains("more than 64 levels"));

    [Test]
    public void A_missing_file_is_answered_with_the_one_beside_it()
    {
        using TemporaryFolder folder = new();
        folder.Write("experiment.yaml", "a: 1");

        Assert.That(() => YamlFile.Read(folder["experimnt.yaml"]), Throws.TypeOf<InputException>()
            .With.Message.Contains("experimnt.yaml: the file does not exist").And.Message.Contains("Did you mean 'experiment.yaml'?"));
    }

    [Test]
    public void A_folder_in_place_of_a_file_is_called_one()
    {
        using TemporaryFolder folder = new();

        Assert.That(() => YamlFile.Read(folder.FullPath), Throws.TypeOf<InputException>().With.Message.EndsWith(": this is a folder. Name a file in it."));
    }

    [Test]
    public void A_file_that_is_not_utf8_says_where()
    {
        using TemporaryFolder folder = new();
        var file = folder.Write("x.yaml", [.. "a: 1\nb: é"u8, 0xE9, 0x0A]);

        Assert.That(() => YamlFile.Read(file), Throws.TypeOf<InputException>().With.Message.EqualTo($"{file}:2:5: these bytes are not UTF-8. Save the file as UTF-8."));
    }

    [Test]
    public void A_file_that_is_too_large_is_not_read()
    {
        using TemporaryFolder folder = new();
        var file = folder.Write("x.yaml", new byte[InputText.MaxBytes + 1]);

        Assert.That(() => YamlFile.Read(file), Throws.TypeOf<InputException>().With.Message.Contains("4194305 bytes"));
    }

    private static InputDocument Parse(string yaml) => YamlFile.Parse("x.yaml", yaml);
}

using System.Text.Json;
using EvalHarness.Imports.Rows;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Imports.Rows;

/// <summary>A place in a row is a column's name, a dotted path or a JSON path.</summary>
internal sealed class ColumnPathTests
{
    private static readonly JsonElement Row = JsonElement.Parse("""
        {"a":"1","b":{"c":"2","n":null},"b.c":"exact","day":"2026-01-02T03:04:05Z","price":0.10000000000000000001,"hits":[{"id":"x","text":"one"},{"id":"y","text":"two"}]}
        """);

    [TestCase("a", "\"1\"")]
    [TestCase("b.c", "\"exact\"")]
    [TestCase("$.b.c", "\"2\"")]
    [TestCase("$.hits[*].text", "\"one\" \"two\"")]
    [TestCase("$.hits[?(@.id == 'y')].text", "\"two\"")]
    [TestCase("$.hits[0].id", "\"x\"")]
    [TestCase("$['day']", "\"2026-01-02T03:04:05Z\"")]
    [TestCase("b.n", "")]
    [TestCase("none", "")]
    [TestCase("a.b", "")]
    public void Finds_what_stands_there(string path, string found) =>
        Assert.That(string.Join(' ', new ColumnPath(path, "map").Find(Row).Select(e => e.GetRawText())), Is.EqualTo(found));

    [Test]
    public void What_is_no_path_is_refused() =>
        Assert.That(() => new ColumnPath("$.hits[", "pipeline 'rag': map: answer"), Throws.TypeOf<InputException>().With.Message.StartsWith("pipeline 'rag': map: answer: '$.hits[' is no JSON path"));
}

using System.Text.Json.Nodes;
using EvalHarness.Metrics;
using EvalHarness.Reports.Html.Rows;

namespace EvalHarness.Tests.Reports.Html.Rows;

public sealed class CitedPackerTests
{
    private readonly StringTable strings = new();

    [Test]
    public void A_sentence_carries_its_citations_and_what_became_of_them()
    {
        var columns = Pack("""[{"sentence": "It is paid.", "supported": false, "citations": [{"document": "fees", "resolution": "unsupported"}, {"document": "zoo", "resolution": "not-in-corpus"}], "elsewhere": "billing"}]""")!.Single();

        Assert.That(columns[1], Is.Zero);
        Assert.That(((PackedText[])columns[2]!).Select(Text), Is.EqualTo(new[] { "fees", "unsupported", "zoo", "not-in-corpus" }));
        Assert.That(Text((PackedText)columns[3]!), Is.EqualTo("billing"));
    }

    [TestCase("""[{"sentence": "It is paid.", "supported": false, "citations": [], "elsewhere": null}]""")]
    [TestCase("""[{"claim": "It is paid.", "supported": true}]""")]
    [TestCase("""[{"sentence": 3, "citations": "none"}]""")]
    [TestCase("""{"sentence": "It is paid."}""")]
    public void Where_nothing_is_cited_nothing_is_packed(string detail) => Assert.That(Pack(detail), Is.Null);

    private IReadOnlyList<object?[]>? Pack(string detail) => new CitedPacker(strings).Pack([null, new Score("citation-recall", Outcome.Scored, 0, null, JsonNode.Parse(detail))]);

    private string Text(PackedText packed) => string.Concat(packed.Pieces.Select(piece => strings.Strings[piece]));
}

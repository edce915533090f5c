using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;

namespace EvalHarness.Tests.Evaluators.Groundedness;

public sealed class ParagraphsTests
{
    private const string Text = "Intro.\n\n## Links\n\nA link expires.\nIt works once.\n\n\n## Empty\n";

    [Test]
    public void A_heading_stays_with_what_is_under_it() =>
        Assert.That(Paragraphs.Of(new Document("d", "t", null, Text)).Select(p => p.Text.Trim()), Is.EqualTo(new[] { "Intro.", "## Links\n\nA link expires.\nIt works once.", "## Empty" }));

    [Test]
    public void A_paragraph_knows_where_it_begins()
    {
        foreach (var paragraph in Paragraphs.Of(new Document("d", "t", null, Text)))
            Assert.That(Text[paragraph.Offset!.Value..], Does.StartWith(paragraph.Text));
    }
}

using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Citations;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators.Citations;

public sealed class CitationMarkersTests
{
    private static readonly Passage[] Passages = [new("p#1", "billing", "", "", new TextSpan(0, 1), 1)];

    [Test]
    public void A_name_is_a_document() => Assert.That(CitationMarkers.Read("It expires. [password-reset]", []), Is.EqualTo(new[] { new Citation("It expires.", "password-reset") }));

    [Test]
    public void A_number_is_a_passage() => Assert.That(CitationMarkers.Read("It is paid [1].", Passages).Single().Document, Is.EqualTo("billing"));

    [Test]
    public void A_number_beyond_the_passages_is_kept_as_it_is() => Assert.That(CitationMarkers.Read("It is paid [7].", Passages).Single().Document, Is.EqualTo("7"));

    [Test]
    public void One_marker_may_cite_several() => Assert.That(CitationMarkers.Read("It is paid [1, fees].", Passages).Select(c => c.Document), Is.EqualTo(new[] { "billing", "fees" }));

    [TestCase("It is paid [1].", "billing")]
    [TestCase("It is paid.[1]", "billing")]
    [TestCase("It is paid [^1].", "billing")]
    [TestCase("It is paid (source: fees).", "fees")]
    [TestCase("It is paid (Sources: fees; 1).", "fees,billing")]
    [TestCase("It is paid【1†source】.", "billing")]
    [TestCase("It is paid【4:0†fees】.", "fees")]
    [TestCase("It is paid [1, 2].", "billing,plans")]
    [TestCase("It is paid [1][2].", "billing,plans")]
    [TestCase("It is paid [1-2].", "billing,plans")]
    [TestCase("It is paid [1-9].", "1-9")]
    public void Markers_are_read_in_every_usual_form(string text, string documents)
    {
        var citations = CitationMarkers.Read(text, [Passages[0], Passages[0] with { Document = "plans" }]);

        Assert.That(string.Join(',', citations.Select(c => c.Document)), Is.EqualTo(documents));
        Assert.That(citations.Select(c => c.Sentence), Is.All.EqualTo("It is paid."));
    }

    [Test]
    public void A_footnote_names_what_its_mark_cites() =>
        Assert.That(CitationMarkers.Read("It is paid.[^a]\n\n[^a]: fees", []), Is.EqualTo(new[] { new Citation("It is paid.", "fees") }));

    [Test]
    public void A_list_of_sources_is_for_the_whole_answer() =>
        Assert.That(CitationMarkers.Read("It is paid.\nSources: [billing], [fees]", []), Is.EqualTo(new[] { new Citation("", "billing"), new Citation("", "fees") }));

    [TestCase("Take `rows[0]` or\n```\nrows[1]\n```")]
    [TestCase("- [x] Done [sic] [...]")]
    [TestCase("See [the page](https://a.example).")]
    [TestCase("Nothing is cited.")]
    public void Links_and_plain_text_cite_nothing(string text) => Assert.That(CitationMarkers.Read(text, Passages), Is.Empty);
}

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

    [TestCase("See [the page](https://a.example).")]
    [TestCase("Nothing is cited.")]
    public void Links_and_plain_text_cite_nothing(string text) => Assert.That(CitationMarkers.Read(text, Passages), Is.Empty);
}

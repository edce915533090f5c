using EvalHarness.Datasets;
using EvalHarness.Drafting;

namespace EvalHarness.Tests.Drafting;

internal sealed class CorpusLinksTests
{
    [TestCase("See [it](set-up.md).", "guides/set-up")]
    [TestCase("See [it](./set-up.md#first \"Title\").", "guides/set-up")]
    [TestCase("See [it](../billing/invoices.md).", "billing/invoices")]
    [TestCase("See [it](/billing/invoices.html).", "billing/invoices")]
    [TestCase("See [it](billing/invoices).", "billing/invoices")]
    [TestCase("See [it](invoices).", "billing/invoices")]
    [TestCase("See [it](<set-up.md>).", "guides/set-up")]
    [TestCase("See [it](../../old/place/set-up.md).", "guides/set-up")]
    public void A_link_is_followed_from_its_documents_folder_or_by_id(string text, string to)
    {
        Assert.That(CorpusLinks.Of(Corpus(text)).Select(l => l.To.Id), Is.EqualTo(new[] { to }));
    }

    [TestCase("![it](set-up.md)")]
    [TestCase("[it](https://example.com/set-up.md)")]
    [TestCase("[it](#below)")]
    [TestCase("[itself](start.md)")]
    [TestCase("[several](index.md)")]
    public void What_is_no_link_to_one_other_document_is_none(string text)
    {
        Assert.That(CorpusLinks.Of(Corpus(text)), Is.Empty);
    }

    private static Corpus Corpus(string text) => new("c", "h", [.. Others.Append(new Document("guides/start", "Start", null, text))]);

    private static IEnumerable<Document> Others => new[] { "guides/set-up", "billing/invoices", "a/index", "b/index" }.Select(id => new Document(id, id, null, "Text."));
}

using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;

namespace EvalHarness.Tests.Evaluators.Groundedness;

public sealed class CorpusEvidenceTests
{
    private static readonly CorpusEvidence Evidence = new(new Corpus("now", "hash",
    [
        new Document("billing", "Invoices", null, "Invoices are sent on the first day.\n\nThey can be exported as CSV."),
        new Document("password-reset", "Reset a password", null, "A link is valid for 30 minutes.\n\nIt works once."),
    ]));

    [Test]
    public void The_best_paragraph_comes_first()
    {
        var best = Evidence.For("The link is valid for 30 minutes.")[0];

        Assert.That((best.Document, best.Text.Trim()), Is.EqualTo(("password-reset", "A link is valid for 30 minutes.")));
    }

    [Test]
    public void A_title_is_part_of_its_paragraphs() => Assert.That(Evidence.For("The reset works.")[0].Text, Is.EqualTo("It works once."));

    [Test]
    public void Nothing_in_common_is_no_evidence() => Assert.That(Evidence.For("Zebras gallop."), Is.Empty);

    [Test]
    public void The_same_claim_finds_the_same_evidence()
    {
        var first = Evidence.For("Invoices are exported.");

        Assert.That(Evidence.For("Invoices are exported."), Is.SameAs(first));
    }
}

using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Citations;

namespace EvalHarness.Tests.Evaluators.Citations;

public sealed class CitedAnswerTests
{
    private const string Text = "A link expires after 30 minutes. Invoices are exported as CSV. Anything else?";

    [Test]
    public void A_citation_belongs_to_the_sentence_it_quotes()
    {
        var sentences = Read(new Citation("Invoices are exported as CSV", "billing"), new Citation("A link expires after 30 minutes.", "password-reset"));

        Assert.That(sentences.Select(s => string.Join(',', s.Documents)), Is.EqualTo(new[] { "password-reset", "billing" }));
    }

    [Test]
    public void Without_a_quote_it_belongs_to_all() => Assert.That(Read(new Citation("", "billing")).Select(s => s.Documents.Single()), Is.All.EqualTo("billing"));

    [Test]
    public void A_quote_of_something_else_belongs_to_none() => Assert.That(Read(new Citation("Zebras gallop.", "zoo")).SelectMany(s => s.Documents), Is.Empty);

    [Test]
    public void The_same_document_is_cited_once() => Assert.That(Read(new Citation("", "billing"), new Citation("", "billing"))[0].Documents, Has.Count.EqualTo(1));

    private static IReadOnlyList<CitedSentence> Read(params Citation[] citations) => CitedAnswer.Read(new Reply(null, null, Text, citations, false));
}

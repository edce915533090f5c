using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Citations;

namespace EvalHarness.Tests.Evaluators.Citations;

public sealed class CitedAnswerTests
{
    private const string Text = "A link expires after 30 minutes. Invoices are exported as CSV. Anything else? The documents do not mention a price.";

    [Test]
    public void A_citation_belongs_to_the_sentence_it_quotes()
    {
        var answer = Read(new Citation("Invoices are exported as CSV", "billing"), new Citation("A link expires after 30 minutes.", "password-reset"));

        Assert.That(answer.Sentences.Select(s => string.Join(',', s.Documents)), Is.EqualTo(new[] { "password-reset", "billing" }));
        Assert.That(answer.Stray, Is.Empty);
    }

    [Test]
    public void Without_a_quote_it_belongs_to_all() => Assert.That(Read(new Citation("", "billing")).Sentences.Select(s => s.Documents.Single()), Is.All.EqualTo("billing"));

    [Test]
    public void A_quote_of_something_else_is_stray()
    {
        var answer = Read(new Citation("Zebras gallop.", "zoo"));

        Assert.That(answer.Sentences.SelectMany(s => s.Documents), Is.Empty);
        Assert.That(answer.Stray, Is.EqualTo(new[] { "zoo" }));
    }

    [Test]
    public void What_is_cited_for_an_abstention_belongs_to_no_claim_and_is_not_stray()
    {
        var answer = Read(new Citation("The documents do not mention a price.", "billing"));

        Assert.That(answer.Sentences.SelectMany(s => s.Documents), Is.Empty);
        Assert.That(answer.Stray, Is.Empty);
    }

    [Test]
    public void Sentences_that_only_ask_or_abstain_are_left_out() => Assert.That(Read().Sentences.Select(s => s.Text), Is.EqualTo(new[] { "A link expires after 30 minutes.", "Invoices are exported as CSV." }));

    [Test]
    public void A_row_of_a_table_is_a_sentence()
    {
        const string table = "| Plan | Price |\n|---|---|\n| Solo | 9 USD [plans] |\n| Crew | 29 USD |";

        var answer = CitedAnswer.Read(table, CitationMarkers.Read(table, []));

        Assert.That(answer.Sentences.Select(s => (s.Text, string.Join(',', s.Documents))), Is.EqualTo(new[] { ("Solo – Price: 9 USD", "plans"), ("Crew – Price: 29 USD", "") }));
    }

    [Test]
    public void The_same_document_is_cited_once() => Assert.That(Read(new Citation("", "billing"), new Citation("", "billing")).Sentences[0].Documents, Has.Count.EqualTo(1));

    private static CitedAnswer Read(params Citation[] citations) => CitedAnswer.Read(Text, citations);
}

using EvalHarness.Embedded.Text;

namespace EvalHarness.Tests.Embedded.Text;

internal sealed class MarkdownSentencesTests
{
    [Test]
    public void Marks_and_cross_references_are_taken_off()
    {
        Assert.That(Texts("Open **Settings > Team** and [choose](https://x.example) `Invite` (see invite-staff)."), Is.EqualTo(new[] { "Open Settings > Team and choose Invite." }));
    }

    [Test]
    public void Lines_of_one_paragraph_make_one_text()
    {
        Assert.That(Texts("A link is valid\nfor 30 minutes. It works once."), Is.EqualTo(new[] { "A link is valid for 30 minutes.", "It works once." }));
    }

    [Test]
    public void An_abbreviation_or_a_decimal_does_not_end_a_sentence()
    {
        Assert.That(Texts("Add tools, e.g. Pliers, for 2.5 hours. Then stop."), Is.EqualTo(new[] { "Add tools, e.g. Pliers, for 2.5 hours.", "Then stop." }));
    }

    [Test]
    public void Clauses_behind_a_semicolon_stand_alone()
    {
        Assert.That(Texts("A page may be hidden for a week; nobody can see it meanwhile."), Is.EqualTo(new[] { "A page may be hidden for a week.", "Nobody can see it meanwhile." }));
    }

    [Test]
    public void A_list_item_knows_its_heading_and_the_line_that_leads_in()
    {
        var sentences = MarkdownSentences.Of("## Seats\n\nEach plan includes:\n\n- Solo: 1 seat\n2. Crew: 5 seats");

        Assert.That(sentences.Where(s => s.IsListed), Is.EqualTo(new[]
        {
            new Sentence("Solo: 1 seat", "Seats Each plan includes:", IsListed: true),
            new Sentence("Crew: 5 seats", "Seats Each plan includes:", IsListed: true),
        }));
    }

    [Test]
    public void A_table_row_names_its_columns()
    {
        Assert.That(Texts("| What | Kept for | Note |\n|---|---|---|\n| Jobs in the bin | 60 days | This period is the same for all plans. |"), Is.EqualTo(new[]
        {
            "Jobs in the bin: Kept for 60 days, This period is the same for all plans.",
        }));
    }

    [Test]
    public void A_table_that_lost_its_head_still_gives_its_rows()
    {
        Assert.That(Texts("| Jobs in the bin | 60 days |\n| Drafts | 7 days |"), Is.EqualTo(new[] { "Jobs in the bin: 60 days.", "Drafts: 7 days." }));
    }

    [TestCase("")]
    [TestCase("---\n***\n|\n#")]
    public void A_text_without_words_has_no_sentence(string markdown)
    {
        Assert.That(Texts(markdown), Is.Empty);
    }

    private static IEnumerable<string> Texts(string markdown) => MarkdownSentences.Of(markdown).Select(s => s.Text);
}

using EvalHarness.Evaluators.Groundedness;

namespace EvalHarness.Tests.Evaluators.Groundedness;

public sealed class ClaimSplitterTests
{
    [Test]
    public void Sentences_and_list_items_are_claims() =>
        Assert.That(Split("Steps:\n1. Open **Settings**.\n- Choose the plan [plans]."), Is.EqualTo(new[] { "Open Settings.", "Choose the plan." }));

    [Test]
    public void A_clause_with_a_subject_of_its_own_is_a_claim() =>
        Assert.That(Split("The reset link expires after 30 minutes, and you can ask for a second mail."), Is.EqualTo(new[] { "The reset link expires after 30 minutes", "you can ask for a second mail." }));

    [TestCase("You can invite staff, managers and owners.")]
    [TestCase("It costs 2.50 USD, and more.")]
    [TestCase("Go to https://a.example/x.y, then sign in as Dr. Smith.")]
    public void A_sentence_is_otherwise_left_whole(string answer) => Assert.That(Split(answer), Has.Length.EqualTo(1));

    [TestCase("")]
    [TestCase("Hello!")]
    [TestCase("Did you try again?")]
    [TestCase("I hope this helps.")]
    [TestCase("Let me know if you need more.")]
    [TestCase("I don't know the answer.")]
    [TestCase("Hi Sam, thanks for reaching out to our support team!")]
    [TestCase("You're welcome.")]
    [TestCase("I'm sorry for the trouble.")]
    [TestCase("We apologize for the delay.")]
    [TestCase("Apologies for the delay.")]
    [TestCase("If you have other questions, feel free to ask.")]
    [TestCase("【1†source】")]
    [TestCase("[1]")]
    [TestCase("Hello! Did you try again?\n\nSorry, I don't know.")]
    public void Pleasantries_questions_and_abstentions_claim_nothing(string answer) => Assert.That(Split(answer), Is.Empty);

    [TestCase("Do it like this:", "Do it like this:")]
    [TestCase("## Refunds take 14 days", "Refunds take 14 days")]
    [TestCase("Sources: billing, plans", "Sources: billing, plans")]
    [TestCase("[^1]: Invoices and receipts", ": Invoices and receipts")]
    [TestCase("Yes.", "Yes.")]
    [TestCase("Hello!\n\n# Refunds\nSources: billing", "Refunds Sources: billing")]
    public void What_claims_nothing_beside_claims_is_one_where_it_stands_alone(string answer, string claim) => Assert.That(Split(answer), Is.EqualTo(new[] { claim }));

    [TestCase("# Refunds\nRefunds take 14 days.\nSources: billing")]
    [TestCase("Yes. Refunds take 14 days.")]
    public void Beside_a_claim_headings_sources_and_yes_claim_nothing(string answer) => Assert.That(Split(answer), Is.EqualTo(new[] { "Refunds take 14 days." }));

    [Test]
    public void A_claim_knows_what_was_said_before_it() =>
        Assert.That(ClaimSplitter.Split("Ada Quill fixed the printer, and she was paid 40 euros on Monday. It works.").Select(c => c.Before), Is.EqualTo(new[] { "", "Ada Quill fixed the printer", "she was paid 40 euros on Monday." }));

    [Test]
    public void A_clause_remembers_its_sentence() =>
        Assert.That(ClaimSplitter.Split("Crew includes two locations; it can hold 400 open jobs.")[1].Sentence, Does.StartWith("Crew includes"));

    [TestCase("Sure, the reset link expires after 30 minutes.", "the reset link expires after 30 minutes.")]
    [TestCase("I'm sorry, but refunds take 14 days.", "refunds take 14 days.")]
    [TestCase("Hello Sam! Refunds take 14 days.", "Refunds take 14 days.")]
    [TestCase("Thanks to the new sync, offline jobs upload by themselves.", "Thanks to the new sync, offline jobs upload by themselves.")]
    [TestCase("Great plans cost 9 USD.", "Great plans cost 9 USD.")]
    [TestCase("Apologies can mend a review.", "Apologies can mend a review.")]
    public void What_stands_behind_a_courtesy_is_a_claim(string answer, string claim) => Assert.That(Split(answer), Is.EqualTo(new[] { claim }));

    [Test]
    public void An_abstention_does_not_hide_the_clause_beside_it() =>
        Assert.That(Split("The documents do not mention a yearly price, but the Crew plan includes two locations."), Is.EqualTo(new[] { "the Crew plan includes two locations." }));

    [Test]
    public void A_noun_may_begin_a_clause() =>
        Assert.That(Split("Refunds take 14 working days, and invoices are sent every month."), Is.EqualTo(new[] { "Refunds take 14 working days", "invoices are sent every month." }));

    [TestCase("It is paid yearly [1].", "It is paid yearly.")]
    [TestCase("It is paid yearly [billing, plans].", "It is paid yearly.")]
    [TestCase("It is paid yearly.[^1]", "It is paid yearly.")]
    [TestCase("It is paid yearly (source: billing).", "It is paid yearly.")]
    [TestCase("It is paid yearly【1†source】.", "It is paid yearly.")]
    [TestCase("It is paid [yearly](https://a.example/billing).", "It is paid yearly.")]
    public void Markers_and_addresses_are_no_part_of_a_claim(string answer, string claim) => Assert.That(Split(answer), Is.EqualTo(new[] { claim }));

    [TestCase("It says \"It works once. It expires.\" in the guide.")]
    [TestCase("Version 2.5 costs 9.90 USD, i.e. 1.10 USD less.")]
    [TestCase("Read https://a.example/v1.2/reset.html?x=1 first.")]
    [TestCase("Type `crew sync . --all; exit` in a terminal.")]
    [TestCase("Read `jobs[0]` before `jobs[1]`.")]
    public void Quotes_decimals_abbreviations_addresses_and_inline_code_break_nothing(string answer) => Assert.That(Split(answer), Is.EqualTo(new[] { answer }));

    [Test]
    public void Fenced_code_is_one_claim_with_the_line_that_leads_to_it() =>
        Assert.That(Split("Export first. Then run this [1]:\n```bash\ncrew export jobs[0]; crew sync.\ncrew quit\n```\nIt takes a minute."), Is.EqualTo(new[] { "Export first.", "Then run this:\ncrew export jobs[0]; crew sync.\ncrew quit", "It takes a minute." }));

    [Test]
    public void Each_cell_of_a_table_is_a_claim_about_its_row()
    {
        var claims = ClaimSplitter.Split("Plans:\n\n| Plan | Price | Offline |\n|:---|---:|---|\n| **Solo** | 9 USD [1] | ✗ |\n| Crew | 29 USD | – |\n\nBoth are paid yearly.");

        Assert.That(claims.Select(c => c.Text), Is.EqualTo(new[] { "Solo – Price: 9 USD", "Solo – Offline: no", "Crew – Price: 29 USD", "Both are paid yearly." }));
        Assert.That(claims[0].Sentence, Is.EqualTo("Solo – Price: 9 USD, Offline: no"));
        Assert.That(claims[0].Lines, Is.EqualTo("| Plan | Price | Offline |\n| Solo | 9 USD | ✗ |"));
    }

    [Test]
    public void A_table_of_one_column_is_a_list() => Assert.That(Split("| Steps |\n|---|\n| Open the job. |\n| Press Sync. |"), Is.EqualTo(new[] { "Open the job.", "Press Sync." }));

    [Test]
    public void A_bar_alone_is_no_table() => Assert.That(Split("Press A | B to go on."), Has.Length.EqualTo(1));

    private static string[] Split(string answer) => [.. ClaimSplitter.Split(answer).Select(c => c.Text)];
}

using EvalHarness.Embedded.Reading;

namespace EvalHarness.Tests.Embedded.Reading;

internal sealed class UntunedReaderTests
{
    private const string Instructions = """
        You are a help desk. Point to help@shop.example {always}. Reply by this schema:
        {"properties": {"category": {"enum": ["account", "payments"]}, "priority": {"enum": ["low", "normal", "high", "urgent"]}}}
        """;

    private static readonly PromptPassage Reset = new(
        "password-reset",
        "Reset a password",
        "## Links\n\nA reset link is valid for 30 minutes. It is sent to your own address.\n\n## Limits\n\nAfter 5 wrong attempts the account is paused.");

    private static readonly PromptPassage Payouts = new("payouts", "Payouts", "Payouts leave every Monday. Only support can release a payout that is held: write to support@shop.example.");

    [Test]
    public void The_best_sentence_answers_and_its_document_is_cited()
    {
        var reply = Read("How long is a reset link valid?", Payouts, Reset);

        Assert.That(reply.Answer, Is.EqualTo("A reset link is valid for 30 minutes."));
        Assert.That(reply.Citations, Is.EqualTo(new[] { new ReplyCitation("A reset link is valid for 30 minutes.", "password-reset") }));
    }

    [Test]
    public void Without_passages_it_abstains_and_points_to_the_address_in_its_instructions()
    {
        var reply = Read("How long is a reset link valid?");

        Assert.That(reply.Answer, Is.EqualTo("The help centre does not cover this. Please write to help@shop.example."));
        Assert.That(reply.Citations, Is.Empty);
        Assert.That(reply.Category, Is.EqualTo("account").Or.EqualTo("payments"));
    }

    [Test]
    public void Weak_evidence_makes_it_abstain()
    {
        Assert.That(Read("Do you sell gift vouchers for violins?", Reset, Payouts).Answer, Does.StartWith("The help centre does not cover this."));
        Assert.That(new UntunedReader(abstainBelow: 0).Read(Prompt("Do you sell gift vouchers for violins?", Reset, Payouts)).Answer, Does.Not.Contain("does not cover"));
    }

    [TestCase("Which password rules are there for my account?", "account")]
    [TestCase("Can I refund a card payment?", "payments")]
    public void The_category_is_guessed_by_its_words(string question, string category)
    {
        Assert.That(Read(question, Reset).Category, Is.EqualTo(category));
    }

    [TestCase("Somebody has stolen my phone and is signed in!", "urgent")]
    [TestCase("It says error and I'm stuck", "high")]
    [TestCase("What is the maximum?", "low")]
    [TestCase("Please set up a second bench for my colleague", "normal")]
    public void The_priority_is_guessed_by_signal_words(string question, string priority)
    {
        Assert.That(Read(question, Reset).Priority, Is.EqualTo(priority));
    }

    [Test]
    public void An_answer_that_names_support_is_escalated()
    {
        Assert.That(Read("How do I get a held payout released?", Payouts).Escalate, Is.True);
        Assert.That(Read("How long is a reset link valid?", Reset).Escalate, Is.False);
    }

    [Test]
    public void A_category_that_it_has_no_words_for_is_known_by_its_name()
    {
        var prompt = Prompt("When is the kiln hot?", Reset) with { System = """{"properties": {"category": {"enum": ["glazes", "kiln-firing"]}}}""" };

        Assert.That(new UntunedReader(0).Read(prompt).Category, Is.EqualTo("kiln-firing"));
    }

    [Test]
    public void An_answer_has_at_most_eighty_words()
    {
        var rambling = new PromptPassage("long", "Long", $"A reset link {string.Join(' ', Enumerable.Repeat("and so on", 60))}.");

        Assert.That(Read("reset link", rambling).Answer.Split(' '), Has.Length.EqualTo(80));
    }

    private static ReaderReply Read(string question, params PromptPassage[] passages) => new UntunedReader(abstainBelow: 0.3).Read(Prompt(question, passages));

    private static ReaderPrompt Prompt(string question, params PromptPassage[] passages) => new(Instructions, passages, [], question, []);
}

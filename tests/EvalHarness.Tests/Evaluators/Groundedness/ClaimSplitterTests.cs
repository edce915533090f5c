using EvalHarness.Evaluators.Groundedness;

namespace EvalHarness.Tests.Evaluators.Groundedness;

public sealed class ClaimSplitterTests
{
    [Test]
    public void Sentences_and_list_items_are_claims() =>
        Assert.That(Split("Steps:\n1. Open **Settings**.\n- Choose the plan [plans]."), Is.EqualTo(new[] { "Open Settings.", "Choose the plan ." }));

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
    [TestCase("Do it like this:")]
    [TestCase("[1]")]
    [TestCase("Yes.")]
    public void Pleasantries_questions_and_abstentions_claim_nothing(string answer) => Assert.That(Split(answer), Is.Empty);

    [Test]
    public void A_clause_remembers_its_sentence() =>
        Assert.That(ClaimSplitter.Split("Crew includes two locations; it can hold 400 open jobs.")[1].Sentence, Does.StartWith("Crew includes"));

    private static string[] Split(string answer) => [.. ClaimSplitter.Split(answer).Select(c => c.Text)];
}

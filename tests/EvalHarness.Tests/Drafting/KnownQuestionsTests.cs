using EvalHarness.Drafting;

namespace EvalHarness.Tests.Drafting;

internal sealed class KnownQuestionsTests
{
    private const string Question = "How many days does the invoice calendar keep its entries for the team?";

    [TestCase("how many days does the Invoice calendar keep its entries for the team", "other")]
    [TestCase("How many days does the invoice calendar keep its entries for a team?", "calendar")]
    public void A_question_like_one_that_is_there_is_told(string question, string document)
    {
        var known = Known();

        Assert.That(known.Claim("b", question, [document]), Is.EqualTo($"like a: {Question}"));
    }

    [TestCase("How many days does the invoice calendar keep its entries for a team?", "other")]
    [TestCase("Who may delete entries of the invoice calendar?", "calendar")]
    public void Another_question_is_taken_in_and_is_there_from_then_on(string question, string document)
    {
        var known = Known();

        Assert.That(known.Claim("b", question, [document]), Is.Null);
        Assert.That(known.Claim("c", question, [document]), Is.EqualTo($"like b: {question}"));
    }

    private static KnownQuestions Known()
    {
        KnownQuestions known = new();
        known.Add("a", Question, ["calendar"]);
        return known;
    }
}

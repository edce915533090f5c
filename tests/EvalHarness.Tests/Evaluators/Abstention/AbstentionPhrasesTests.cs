using EvalHarness.Evaluators.Abstention;

namespace EvalHarness.Tests.Evaluators.Abstention;

public sealed class AbstentionPhrasesTests
{
    [TestCase("I don't know.")]
    [TestCase("I'm sorry, but I couldn’t find any information about that.")]
    [TestCase("The help centre does not cover this.")]
    [TestCase("The passages do not mention a limit.")]
    [TestCase("There is not enough information in the documents to answer.")]
    [TestCase("We are unable to answer this.")]
    [TestCase("That cannot be determined from the context.")]
    public void These_abstain(string text) => Assert.That(AbstentionPhrases.Says(text), Is.True);

    [TestCase("If you don't know your password, click Forgot password.")]
    [TestCase("You cannot find the invoice in the app; open the web page.")]
    [TestCase("No information is lost when you sign out.")]
    [TestCase("The plan does not include phone support.")]
    [TestCase("It is not possible.")]
    public void These_answer(string text) => Assert.That(AbstentionPhrases.Says(text), Is.False);
}

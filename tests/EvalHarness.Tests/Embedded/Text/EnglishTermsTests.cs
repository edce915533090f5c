using EvalHarness.Embedded.Text;

namespace EvalHarness.Tests.Embedded.Text;

internal sealed class EnglishTermsTests
{
    [TestCase("invitations", "invited")]
    [TestCase("five seats", "5 seat")]
    [TestCase("an E-mail", "email")]
    [TestCase("the owner’s phone", "owner's PHONE")]
    [TestCase("How long do I wait?", "wait long")]
    public void Forms_of_the_same_words_are_the_same_terms(string one, string other)
    {
        Assert.That(EnglishTerms.Of(one), Is.EquivalentTo(EnglishTerms.Of(other)));
    }

    [TestCase("")]
    [TestCase("?!")]
    [TestCase("what is it")]
    public void A_text_of_stop_words_has_no_terms(string text)
    {
        Assert.That(EnglishTerms.Of(text), Is.Empty);
    }
}

using EvalHarness.Evaluators.Correctness;

namespace EvalHarness.Tests.Evaluators.Correctness;

public sealed class PolarityTests
{
    [TestCase("Yes, it can.", true)]
    [TestCase("True", true)]
    [TestCase("No.", false)]
    [TestCase("No, it cannot.", false)]
    public void The_first_word_may_say_it(string text, bool says) => Assert.That(Polarity.Lead(new ReadText(text)), Is.EqualTo(says));

    [TestCase("It can.")]
    [TestCase("")]
    public void It_may_say_neither(string text) => Assert.That(Polarity.Lead(new ReadText(text)), Is.Null);

    [TestCase("Invoices cannot be exported. They can be printed.", false)]
    [TestCase("Invoices can be exported. They cannot be printed.", true)]
    public void Else_the_first_sentence_says_it(string text, bool says) => Assert.That(Polarity.Of(new ReadText(text)), Is.EqualTo(says));
}

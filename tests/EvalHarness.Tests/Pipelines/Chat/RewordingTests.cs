using EvalHarness.Inputs;
using EvalHarness.Pipelines.Chat;

namespace EvalHarness.Tests.Pipelines.Chat;

public sealed class RewordingTests
{
    private const string Question = "Can I move Anna's booking of 3.5 hours, please? She is away on Monday and nobody else is trained for it.";

    [Test]
    public void Lowercase_takes_capitals_and_sentence_marks_and_leaves_numbers()
    {
        Assert.That(Rewording.Of("lowercase").Apply(Question), Is.EqualTo("can i move anna's booking of 3.5 hours please she is away on monday and nobody else is trained for it"));
    }

    [Test]
    public void Polite_words_stand_around_the_question()
    {
        Assert.That(Rewording.Of("polite").Apply(Question), Does.Contain(Question).And.StartsWith("Hi there"));
    }

    [Test]
    public void Typos_swap_a_few_letters_and_are_the_same_each_time()
    {
        var typed = Rewording.Of("typos").Apply(Question);

        Assert.That(typed, Is.Not.EqualTo(Question).And.EqualTo(Rewording.Of("typos").Apply(Question)));
        Assert.That(typed.Order(), Is.EqualTo(Question.Order()), "the same letters");
        Assert.That(typed.Zip(Question).Count(p => p.First != p.Second), Is.InRange(2, 6));
    }

    [TestCase("")]
    [TestCase("ok")]
    [TestCase("aaa?")]
    public void Where_nothing_can_be_swapped_nothing_is(string question)
    {
        Assert.That(Rewording.Of("typos").Apply(question), Is.EqualTo(question));
    }

    [Test]
    public void An_unknown_rewording_names_those_there_are()
    {
        Assert.That(() => Rewording.Of("shouted"), Throws.TypeOf<InputException>().With.Message.Contains("'shouted'").And.Message.Contains("lowercase, polite, typos"));
    }
}

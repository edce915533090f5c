using EvalHarness.Embedded.Training;

namespace EvalHarness.Tests.Embedded.Training;

internal sealed class ThresholdTests
{
    [Test]
    public void It_stands_between_questions_with_an_answer_and_those_without()
    {
        Assert.That(Threshold.Choose([(0.8, true), (0.8, true), (0.2, false)]), Is.EqualTo(0.5).Within(1e-9));
    }

    [Test]
    public void Few_questions_without_an_answer_weigh_as_much_as_many_with_one()
    {
        var few = Threshold.Choose([(0.9, true), (0.3, false)]);

        Assert.That(Threshold.Choose([(0.9, true), (0.9, true), (0.9, true), (0.3, false)]), Is.EqualTo(few).Within(1e-9));
    }

    [Test]
    public void A_confidence_of_one_or_none_does_not_carry_it_away()
    {
        Assert.That(Threshold.Choose([(1, true), (0, false)]), Is.EqualTo(0.5).Within(1e-9));
    }

    [Test]
    public void Who_was_never_shown_to_abstain_always_answers()
    {
        Assert.That(Threshold.Choose([(0.9, true), (0.1, true)]), Is.Zero);
    }
}

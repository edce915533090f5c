using EvalHarness.Embedded.Training;

namespace EvalHarness.Tests.Embedded.Training;

internal sealed class ThresholdTests
{
    [Test]
    public void It_stands_where_questions_with_an_answer_part_from_those_without()
    {
        Assert.That(Threshold.Choose([(0.9, true), (0.7, true), (0.6, true), (0.4, false), (0.2, false)]), Is.EqualTo(0.6));
    }

    [Test]
    public void Few_questions_without_an_answer_weigh_as_much_as_many_with_one()
    {
        Assert.That(Threshold.Choose([(0.9, true), (0.8, true), (0.7, true), (0.6, false), (0.5, true)]), Is.EqualTo(0.7));
    }

    [Test]
    public void Who_was_never_shown_to_abstain_always_answers()
    {
        Assert.That(Threshold.Choose([(0.9, true), (0.1, true)]), Is.Zero);
    }
}

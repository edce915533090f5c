using EvalHarness.Calibration;

namespace EvalHarness.Tests.Calibration;

public sealed class GroupHalfTests
{
    [TestCase("TQ_1", false)]
    [TestCase("TQ_2", true)]
    public void A_group_is_always_in_the_same_half(string group, bool isForTuning)
    {
        Assert.That(GroupHalf.IsForTuning(group), Is.EqualTo(isForTuning));
        Assert.That((GroupHalf.Has("tuning", group), GroupHalf.Has("held-out", group), GroupHalf.Has("all", group)), Is.EqualTo((isForTuning, !isForTuning, true)));
    }

    [Test]
    public void The_halves_are_about_equal() =>
        Assert.That(Enumerable.Range(0, 10_000).Count(i => GroupHalf.IsForTuning($"question-{i}")), Is.EqualTo(5000).Within(200));
}

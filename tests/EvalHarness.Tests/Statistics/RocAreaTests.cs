using EvalHarness.Statistics;
using FsCheck;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace EvalHarness.Tests.Statistics;

public sealed class RocAreaTests
{
    [Test]
    public void One_pair_of_four_the_wrong_way_round_is_three_quarters() =>
        Assert.That(RocArea.Of([0.9, 0.4, 0.6, 0.1], [true, true, false, false]), Is.EqualTo(0.75));

    [Test]
    public void Equal_scores_are_worth_a_half() => Assert.That(RocArea.Of([0.5, 0.5, 0.5], [true, false, false]), Is.EqualTo(0.5));

    [Test]
    public void With_one_label_alone_there_is_none() => Assert.That(RocArea.Of([0.5, 0.6], [true, true]), Is.Null);

    [Property]
    public bool It_is_the_share_of_pairs_in_the_right_order(NonEmptyArray<byte> positive, NonEmptyArray<byte> negative)
    {
        double[] scores = [.. positive.Get.Concat(negative.Get).Select(b => b / 8 / 32.0)];
        bool[] labels = [.. positive.Get.Select(_ => true).Concat(negative.Get.Select(_ => false))];
        var pairs = from p in positive.Get from n in negative.Get select (p / 8).CompareTo(n / 8) switch { > 0 => 1.0, 0 => 0.5, _ => 0 };

        return Math.Abs(RocArea.Of(scores, labels)!.Value - pairs.Average()) < 1e-12;
    }
}

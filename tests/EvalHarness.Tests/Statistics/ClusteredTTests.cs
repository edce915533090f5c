using EvalHarness.Statistics;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace EvalHarness.Tests.Statistics;

public sealed class ClusteredTTests
{
    [Test]
    public void Student_s_sleep_data_give_the_published_interval_and_p()
    {
        // Student 1908: extra sleep of ten patients under two drugs, paired; R's t.test(paired = TRUE).
        var differences = ClusteredValues.Independent([1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]);

        var interval = ClusteredT.Of(differences, 0.95);

        Assert.That(interval.Low, Is.EqualTo(0.7001142).Within(1e-6));
        Assert.That(interval.High, Is.EqualTo(2.4598858).Within(1e-6));
        Assert.That(ClusteredT.P(differences), Is.EqualTo(0.002833).Within(1e-6));
    }

    [Test]
    public void What_does_not_vary_cannot_be_tested()
    {
        Assert.That(ClusteredT.P(ClusteredValues.Independent([2, 2, 2])), Is.Null);
    }

    [Property]
    public bool Swapping_the_sides_negates_the_interval(sbyte[] bytes)
    {
        double[] values = [.. bytes.Select(b => (double)b), 1, 2, 4];
        var (one, other) = (ClusteredT.Of(ClusteredValues.Independent(values), 0.95), ClusteredT.Of(ClusteredValues.Independent(values.Select(v => -v)), 0.95));

        return Math.Abs(one.Low!.Value + other.High!.Value) < 1e-9 && Math.Abs(one.High!.Value + other.Low!.Value) < 1e-9;
    }
}

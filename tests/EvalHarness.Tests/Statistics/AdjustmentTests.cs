using EvalHarness.Statistics;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace EvalHarness.Tests.Statistics;

public sealed class AdjustmentTests
{
    [Test]
    public void Holm_multiplies_the_smallest_by_all_and_never_falls()
    {
        Assert.That(Holm.Adjust([0.03, 0.01, 0.04]), Is.EqualTo([0.06, 0.03, 0.06]).Within(1e-12));
    }

    [Test]
    public void Benjamini_and_Hochberg_found_four_in_their_fifteen()
    {
        // Benjamini and Hochberg 1995, section 3.2.
        double[] p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000];

        Assert.That(BenjaminiHochberg.Adjust(p).Count(a => a <= 0.05), Is.EqualTo(4));
        Assert.That(Holm.Adjust(p).Count(a => a <= 0.05), Is.EqualTo(3));
    }

    [Property]
    public bool Holm_is_never_below_Benjamini_and_Hochberg_nor_below_p(byte[] bytes)
    {
        double[] p = [.. bytes.Select(b => b / 255.0)];
        var (holm, bh) = (Holm.Adjust(p), BenjaminiHochberg.Adjust(p));

        return Enumerable.Range(0, p.Length).All(i => p[i] <= bh[i] + 1e-12 && bh[i] <= holm[i] + 1e-12 && holm[i] <= 1);
    }
}

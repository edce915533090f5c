using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class PowerTests
{
    [Test]
    public void A_3_point_difference_needs_the_969_questions_of_the_paper()
    {
        // Miller 2024, section 5: ω² = 1/9, δ = 0.03.
        Assert.That(new Power().SamplesNeeded(new PairedVariance(1 / 9.0), 0.03), Is.EqualTo(969).Within(1));
    }

    [Test]
    public void What_n_samples_find_needs_n_samples()
    {
        var variance = new PairedVariance(0.04, 0.1, 4, 0.12, 2);

        var difference = new Power().DetectableDifference(variance, 300);

        Assert.That(new Power().SamplesNeeded(variance, difference), Is.EqualTo(300).Within(1e-9));
    }
}

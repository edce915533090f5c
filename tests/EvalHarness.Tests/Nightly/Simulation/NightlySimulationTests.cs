using EvalHarness.Nightly.Simulation;

namespace EvalHarness.Tests.Nightly.Simulation;

/// <summary>The promise of the alarm, kept by the very detectors of real nights: at most 5 % of 90-night histories alarm without cause, and 6 points are found within 8 nights.</summary>
internal sealed class NightlySimulationTests
{
    private static readonly SimulationSettings Settings = new();
    private static readonly IReadOnlyList<SimulatedChange> Changes = SimulatedChange.Of(Settings);

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public void What_the_gate_permits_raises_no_alarm_in_95_of_100_histories(int change)
    {
        var line = Run(Settings, Changes[change]);

        TestContext.Out.WriteLine(line);
        Assert.That(line.Histories, Is.EqualTo(400));
        Assert.That(line.FalseRate, Is.LessThanOrEqualTo(0.05));
    }

    [Test]
    public void A_drop_of_6_points_is_found_within_8_nights_at_the_median()
    {
        var line = Run(Settings, Changes[3]);

        TestContext.Out.WriteLine(line);
        Assert.That(line.MedianDelay, Is.LessThanOrEqualTo(8));
        Assert.That(line.FalseRate, Is.LessThanOrEqualTo(0.05));
        Assert.That(line.Found + line.False, Is.EqualTo(line.Histories));
    }

    [TestCase(0.02, 0.1, 1, true)]
    [TestCase(0.05, 0.3, 1, true)]
    [TestCase(0.05, 0.3, 5, true)]
    [TestCase(0, 0.3, 1, true)]
    [TestCase(0.02, 0.2, 1, false)]
    public void A_candidate_that_is_worse_by_just_the_margin_raises_no_alarm_either(double margin, double noise, int clusterSize, bool isReworded)
    {
        var settings = Settings with { Margin = margin, Noise = noise, ClusterSize = clusterSize };

        var line = Run(settings, new SimulatedChange("at the margin", margin, isReworded, IsForbidden: false));

        TestContext.Out.WriteLine(line);
        Assert.That(line.FalseRate, Is.LessThanOrEqualTo(0.05));
    }

    [Test]
    public void A_large_drop_that_gives_the_same_bytes_every_night_is_found_on_its_first()
    {
        var line = Run(Settings, new SimulatedChange("15-point drop", 0.15, IsReworded: false, IsForbidden: true));

        TestContext.Out.WriteLine(line);
        Assert.That(line.MedianDelay, Is.EqualTo(1));
        Assert.That(line.FoundRate, Is.GreaterThan(0.95));
    }

    [Test]
    public void The_same_seed_gives_the_same_histories()
    {
        var settings = Settings with { Histories = 20 };

        var (once, again) = (Run(settings, Changes[3]), Run(settings, Changes[3]));

        Assert.That(again, Is.EqualTo(once));
    }

    private static SimulationLine Run(SimulationSettings settings, SimulatedChange change) => new NightlySimulation(settings).Run(change, CancellationToken.None);
}

using EvalHarness.Nightly.Detectors;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Nightly.Detectors;

/// <summary>A figure a night: what is learned first, what is said afterwards.</summary>
internal sealed class SeriesWatchTests
{
    private static readonly SeriesWatch Watch = new(Chance: 0.1, Floor: 0.001) { Histories = 500 };

    [Test]
    public void The_burn_in_says_nothing_but_how_far_it_is()
    {
        var reading = Watch.Read([5, 6, 900], new SeededRandom(1, "series"));

        Assert.That((reading.IsLearning, reading.Learned, reading.IsBeyond), Is.EqualTo((true, 3, false)));
    }

    // The promise: a warning in at most one of ten quarters of a year in which nothing happens.
    [TestCase(false)]
    [TestCase(true)]
    public void A_figure_that_only_varies_warns_in_at_most_10_of_100_histories(bool isSkewed)
    {
        var warned = 0;
        const int Histories = 300;
        Parallel.For(0, Histories, history =>
        {
            SeededRandom random = new(history, "figures");
            double[] values = [.. Enumerable.Range(0, 104).Select(_ => isSkewed ? Math.Exp(0.3 * Normal(random)) : Normal(random))];
            if (Watch.Read(values, new SeededRandom(history, "calibration")).IsBeyond)
                Interlocked.Increment(ref warned);
        });

        TestContext.Out.WriteLine($"{warned} of {Histories}");
        Assert.That(warned / (double)Histories, Is.LessThanOrEqualTo(0.1 + 0.03));
    }

    [Test]
    public void A_shift_of_two_standard_deviations_is_found_and_dated()
    {
        SeededRandom random = new(1, "figures");
        double[] values = [.. Enumerable.Range(0, 60).Select(night => Normal(random) + (night >= 30 ? 2 : 0))];

        var reading = Watch.Read(values, new SeededRandom(1, "calibration"));

        Assert.That(reading.IsBeyond, Is.True);
        Assert.That(reading.Onset, Is.InRange(27, 33));
    }

    [Test]
    public void Better_is_never_too_far()
    {
        double[] values = [.. Enumerable.Range(0, 14).Select(n => n % 2.0), .. Enumerable.Repeat(-50.0, 20)];

        Assert.That(Watch.Read(values, new SeededRandom(1, "calibration")).IsBeyond, Is.False);
    }

    [Test]
    public void Up_to_a_permitted_value_nothing_adds_up()
    {
        double[] values = [.. Enumerable.Range(0, 14).Select(n => 0.1 * (n % 2)), .. Enumerable.Range(0, 80).Select(n => 0.4 + (0.1 * (n % 2)))];

        Assert.That((Watch with { Permitted = 0.5 }).Read(values, new SeededRandom(1, "calibration")).IsBeyond, Is.False);
        Assert.That(Watch.Read(values, new SeededRandom(1, "calibration")).IsBeyond, Is.True);
    }

    [Test]
    public void A_figure_that_never_moved_may_move_by_its_floor()
    {
        double[] values = [.. Enumerable.Repeat(0.8, 20), 0.8005, 0.8];

        Assert.That(Watch.Read(values, new SeededRandom(1, "calibration")).IsBeyond, Is.False);
    }

    private static double Normal(SeededRandom random) => Probability.NormalQuantile(Math.Max(1e-12, random.NextDouble()));
}

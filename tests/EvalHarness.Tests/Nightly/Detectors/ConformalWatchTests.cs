using EvalHarness.Nightly.Detectors;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Nightly.Detectors;

/// <summary>Nights without a champion: 200 rows of which 20 are noisy.</summary>
internal sealed class ConformalWatchTests
{
    private const int Histories = 300;

    private static readonly ConformalWatch Watch = new(Margin: 0.02, new AlarmBudget(1));

    [TestCase(0)]
    [TestCase(0.01)]
    public void What_is_permitted_raises_no_alarm_in_95_of_100_histories(double fall)
    {
        var alarms = Enumerable.Range(0, Histories).Count(history => Read(history, fall).AlarmNight is not null);

        TestContext.Out.WriteLine($"{alarms} of {Histories}");
        Assert.That(alarms / (double)Histories, Is.LessThanOrEqualTo(0.05));
    }

    [Test]
    public void A_fall_of_6_points_is_found_and_dated()
    {
        ConformalReading[] readings = [.. Enumerable.Range(0, Histories).Select(history => Read(history, 0.06))];
        int[] delays = [.. readings.Select(r => r.AlarmNight is { } night ? night - 30 + 1 : int.MaxValue).Order()];

        TestContext.Out.WriteLine($"median {delays[Histories / 2]}");
        Assert.That(delays[Histories / 2], Is.LessThanOrEqualTo(10));
        Assert.That(readings.Average(r => r.OnsetNight ?? 99), Is.EqualTo(30).Within(4));
    }

    private static ConformalReading Read(int history, double fall)
    {
        SeededRandom random = new(history, "nights");
        var values = Enumerable.Range(0, 90).Select(night => 0.9 + (Enumerable.Range(0, 20).Count(_ => random.NextDouble() < 0.5) / 200.0) - (night >= 30 ? fall : 0));
        return Watch.Read([.. values], [.. Enumerable.Range(0, 90).Select(_ => 1 - random.NextDouble())]);
    }
}

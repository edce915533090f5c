using EvalHarness.Metrics;
using EvalHarness.Reports.Charts;
using ScottPlot;

namespace EvalHarness.Tests.Reports.Charts;

public sealed class ScaleTests
{
    [Test]
    public void Shares_always_reach_from_0_to_100_percent() =>
        Assert.That(Labels(Scale.For(Unit.Ratio, [0.4, 0.5]), pixels: 400), Is.EqualTo(new[] { "0 %", "25 %", "50 %", "75 %", "100 %" }));

    [Test]
    public void Without_room_there_are_fewer_labels() =>
        Assert.That(Labels(Scale.For(Unit.Ratio, [0.4]), pixels: 170), Is.EqualTo(new[] { "0 %", "50 %", "100 %" }));

    [Test]
    public void Times_begin_at_0() =>
        Assert.That(Labels(Scale.For(Unit.Milliseconds, [20, 35]), pixels: 400), Is.EqualTo(new[] { "0 ms", "10 ms", "20 ms", "30 ms" }));

    [Test]
    public void Times_far_apart_are_shown_in_powers_of_ten()
    {
        var scale = Scale.For(Unit.Milliseconds, [2, 4000]);

        Assert.That(scale.IsLog);
        Assert.That(Labels(scale, pixels: 300), Is.EqualTo(new[] { "10 ms", "100 ms", "1,000 ms" }));
    }

    [Test]
    public void A_value_that_is_not_positive_stands_at_the_edge_of_a_logarithmic_axis()
    {
        var scale = Scale.Log(Unit.Usd, [0.001, 0.1, 0]);

        Assert.That(scale.At(0), Is.EqualTo(scale.Low));
    }

    [Test]
    public void Nothing_but_zeros_still_makes_an_axis() =>
        Assert.That(Labels(Scale.For(Unit.Usd, [0, 0]), pixels: 300), Has.Some.EqualTo("$0"));

    private static string[] Labels(Scale scale, float pixels)
    {
        using var plot = ChartStyle.Plot(new PixelPadding(0));
        scale.Apply(plot.Axes.Bottom);
        using var paint = Paint.NewDisposablePaint();
        plot.Axes.Bottom.RegenerateTicks(new PixelLength(pixels), paint);
        return [.. plot.Axes.Bottom.TickGenerator.Ticks.Select(t => t.Label)];
    }
}

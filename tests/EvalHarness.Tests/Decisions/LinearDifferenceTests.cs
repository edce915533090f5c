using EvalHarness.Decisions.Boundaries;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Decisions;

public sealed class LinearDifferenceTests
{
    [Test]
    public void Without_error_the_choice_turns_at_one_point()
    {
        LinearDifference line = new(-2, 1, 0, 0, 0, 1000);

        Assert.That(line.Flip, Is.EqualTo(2));
        Assert.That(line.Regions(0, 10), Is.EqualTo(new[] { new BoundaryRegion(0, 2, -1), new BoundaryRegion(2, 10, 1) }));
    }

    // By hand: |x − 2| = t·0.1 with t of 20 degrees of freedom, 2.0860.
    [Test]
    public void With_error_there_is_a_stretch_that_is_not_decided()
    {
        LinearDifference line = new(-2, 1, 0.01, 0, 0, 21);

        var regions = line.Regions(0, 10);

        Assert.That(regions.Select(r => r.Sign), Is.EqualTo(new[] { -1, 0, 1 }));
        Assert.That(regions[1].From, Is.EqualTo(2 - 0.20860).Within(1e-5));
        Assert.That(regions[1].To, Is.EqualTo(2 + 0.20860).Within(1e-5));
    }

    [Test]
    public void Where_the_slope_cannot_be_told_from_nothing_far_values_stay_open()
    {
        LinearDifference line = new(1, 0.1, 0.0001, 1, 0, 100);

        Assert.That(line.Regions(0, 100).Select(r => r.Sign), Is.EqualTo(new[] { 1, 0 }));
    }

    [Test]
    public void A_difference_that_is_never_shown_is_open_everywhere()
    {
        Assert.That(new LinearDifference(0.1, 0, 1, 0, 0, 30).Regions(0, 1), Is.EqualTo(new[] { new BoundaryRegion(0, 1, 0) }));
    }

    [Test]
    public void Swapping_the_sides_swaps_the_winner_and_moves_no_end()
    {
        LinearDifference line = new(0.7, -1.1, 0.02, 0.05, -0.01, 40);
        LinearDifference swapped = new(-0.7, 1.1, 0.02, 0.05, -0.01, 40);

        Assert.That(swapped.Regions(0, 3), Is.EqualTo(line.Regions(0, 3).Select(r => r with { Sign = -r.Sign })));
    }

    [Test]
    public void Every_point_of_a_stretch_has_its_sign()
    {
        SeededRandom random = new(7, "lines");
        for (var i = 0; i < 200; i++)
        {
            var (first, second) = (random.NextDouble() * 0.3, random.NextDouble() * 0.3);
            LinearDifference line = new(random.NextDouble() - 0.5, random.NextDouble() - 0.5, first * first, second * second, first * second * ((2 * random.NextDouble()) - 1), 30);
            foreach (var region in line.Regions(0, 5))
                foreach (var share in new[] { 0.01, 0.3, 0.5, 0.9, 0.99 })
                    Assert.That(line.SignAt(region.From + (share * (region.To - region.From))), Is.EqualTo(region.Sign), $"{line}");
        }
    }
}

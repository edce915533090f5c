using EvalHarness.Decisions.Sweeps;

namespace EvalHarness.Tests.Decisions.Sweeps;

public sealed class ParetoFrontTests
{
    [Test]
    public void A_point_that_another_beats_on_one_axis_and_equals_on_the_others_is_not_on_the_front()
    {
        Assert.That(ParetoFront.Of([[1, 5], [2, 5], [3, 1]]), Is.EqualTo(new[] { true, false, true }));
    }

    [Test]
    public void Equal_points_are_on_the_front_together()
    {
        Assert.That(ParetoFront.Of([[1, 1], [1, 1], [2, 2]]), Is.EqualTo(new[] { true, true, false }));
    }

    [Test]
    public void A_point_that_is_best_on_one_axis_alone_is_on_the_front()
    {
        Assert.That(ParetoFront.Of([[9, 9, 0], [1, 1, 1], [2, 2, 2]]), Is.EqualTo(new[] { true, true, false }));
    }

    [Test]
    public void The_front_is_what_no_point_beats_whatever_the_points_are()
    {
        var random = new Random(7);
        double[][] points = [.. Enumerable.Range(0, 200).Select(_ => (double[])[random.Next(12), random.Next(12), random.Next(12)])];

        var front = ParetoFront.Of(points);

        Assert.That(front, Has.Some.True.And.Some.False);
        foreach (var (point, isOnFront) in points.Zip(front))
            Assert.That(points.Any(other => other.Zip(point).All(p => p.First <= p.Second) && !other.SequenceEqual(point)), Is.EqualTo(!isOnFront));
    }
}

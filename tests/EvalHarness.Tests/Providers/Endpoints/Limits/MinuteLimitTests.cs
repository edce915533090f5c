using EvalHarness.Providers.Endpoints.Limits;

namespace EvalHarness.Tests.Providers.Endpoints.Limits;

internal sealed class MinuteLimitTests
{
    [Test]
    public void Calls_are_spread_over_the_minute()
    {
        var limit = new MinuteLimit(60);

        limit.Use(1, TimeSpan.FromSeconds(10));

        Assert.That(limit.Next, Is.EqualTo(TimeSpan.FromSeconds(11)).Within(TimeSpan.FromMilliseconds(25)));
    }

    [Test]
    public void A_use_takes_its_share_of_the_minute()
    {
        var limit = new MinuteLimit(6000);

        limit.Use(3000, TimeSpan.FromSeconds(10));

        Assert.That(limit.Next, Is.EqualTo(TimeSpan.FromSeconds(40)).Within(TimeSpan.FromMilliseconds(25)));
    }

    [Test]
    public void An_estimate_that_was_too_high_is_given_back()
    {
        var limit = new MinuteLimit(6000);
        limit.Use(3000, TimeSpan.FromSeconds(10));

        limit.Correct(-1000);

        Assert.That(limit.Next, Is.EqualTo(TimeSpan.FromSeconds(30)).Within(TimeSpan.FromMilliseconds(25)));
    }
}

using EvalHarness.Providers.Endpoints;

namespace EvalHarness.Tests.Providers.Endpoints;

internal sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [TestCase("Retry-After", "20", 20)]
    [TestCase("Retry-After", "1.5", 1.5)]
    [TestCase("Retry-After", "-3", 0)]
    [TestCase("Retry-After", "Mon, 23 Nov 2026 12:00:30 GMT", 30)]
    [TestCase("Retry-After", "Mon, 23 Nov 2026 11:00:00 GMT", 0)]
    [TestCase("retry-after-ms", "250", 0.25)]
    [TestCase("Retry-After-Ms", "1200.5", 1.2005)]
    public void Each_form_is_read(string name, string value, double seconds)
    {
        Assert.That(Read((name, value)), Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [TestCase("Retry-After", "soon")]
    [TestCase("Retry-After", "NaN")]
    [TestCase("retry-after-ms", "")]
    public void What_cannot_be_read_asks_for_nothing(string name, string value)
    {
        Assert.That(Read((name, value)), Is.Null);
    }

    [Test]
    public void Milliseconds_are_more_exact_than_seconds()
    {
        Assert.That(Read(("Retry-After", "1"), ("retry-after-ms", "120")), Is.EqualTo(TimeSpan.FromMilliseconds(120)));
    }

    [Test]
    public void A_date_counts_from_the_server_s_own_clock()
    {
        Assert.That(Read(("Retry-After", "Mon, 23 Nov 2026 15:00:30 GMT"), ("Date", "Mon, 23 Nov 2026 15:00:00 GMT")), Is.EqualTo(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public void A_reply_without_the_header_asks_for_nothing()
    {
        Assert.That(Read(), Is.Null);
    }

    private static TimeSpan? Read(params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage();
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return RetryAfter.Read(response.Headers, Now);
    }
}

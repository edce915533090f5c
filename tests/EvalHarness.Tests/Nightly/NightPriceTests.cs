using EvalHarness.Nightly;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Nightly;

/// <summary>A price that doubles in the seventeenth night, for production and champion alike: what a night sees of it, and what only the gate's ceiling does.</summary>
internal sealed class NightPriceTests
{
    private const int Rows = 60;
    private const int Nights = 22;
    private const int Doubled = 17;

    [Test]
    public async Task It_warns_of_both_sides_where_answers_are_drawn_anew()
    {
        var words = 0ul;

        var last = await LastAsync((_, _) => ++words);

        Assert.That(last.Verdict, Is.EqualTo(NightVerdict.Warn), last.Why);
        Assert.That(last.Series.Where(s => s.Outcome == WatchOutcome.Warn).Select(s => (s.Figure, s.Side, s.OnsetNight)), Is.EquivalentTo(new[] { ("cost-usd", "candidate", (int?)Doubled), ("cost-usd", "champion", (int?)Doubled) }));
    }

    // Known, and told in docs/planted-faults.md: figures of answers that are the same bytes are not counted again, so that nothing is ever learned of their cost.
    [Test]
    public async Task It_is_not_seen_where_every_answer_is_the_same_bytes()
    {
        var last = await LastAsync((_, row) => (ulong)row);

        Assert.That(last.Verdict, Is.EqualTo(NightVerdict.Quiet));
        Assert.That(last.Why, Does.Contain("byte for byte"));
    }

    private static async Task<Night> LastAsync(Func<string, int, ulong> digest)
    {
        using JudgedNights nights = new(Rows);
        SeededRandom random = new(1, "prices");
        Night last = null!;
        for (var night = 1; night <= Nights; night++)
            last = await nights.NightAsync((_, _) => true, digest, _ => (night >= Doubled ? 0.02 : 0.01) * (1 + (0.02 * random.NextDouble())));
        return last;
    }
}

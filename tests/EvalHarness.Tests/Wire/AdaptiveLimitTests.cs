using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Stub;
using EvalHarness.Stub.Limits;

namespace EvalHarness.Tests.Wire;

/// <summary>A run against a server that refuses what is over a limit it never speaks of.</summary>
public class AdaptiveLimitTests
{
    private const double PerSecond = 100;

    [Test]
    public async Task A_hidden_limit_is_learned_and_every_change_is_in_the_run_with_its_reason()
    {
        var isLong = LongTests.Includes(1);
        var samples = isLong ? 4000 : 120;
        await using var stub = await StubServer.StartAsync(new StubOptions { Limit = new TokenBucket(PerSecond, burst: 10, TimeProvider.System), Delay = TimeSpan.FromMilliseconds(20) });
        using var experiment = new WireExperiment(stub, "cache: off", samples, articles: 1, WireExperiment.Plain);

        var result = await experiment.EvaluateAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var counts = await stub.QuietCountsAsync();
        var tries = (await experiment.TracesAsync()).SelectMany(t => t.Calls).SelectMany(c => c.Tries).OrderBy(t => t.StartedAt).ToList();
        Assert.That(counts.Answered, Is.EqualTo(samples));
        Assert.That((tries.Count, tries.Count(t => t.Status == "429")), Is.EqualTo((counts.Requests, counts.Status(429))));
        var changes = experiment.Manifest.LimitChanges!;
        Assert.That(changes.Select(c => c.Endpoint), Is.All.EqualTo("local"));
        Assert.That(changes.Select(c => c.Reason), Is.All.Not.Empty.And.Some.Contains("429"));
        Assert.That(changes.Select(c => c.Limit).Distinct(), Is.EquivalentTo(new[] { "concurrency", "rate" }));
        Assert.That(experiment.Manifest.Notes, Has.Some.StartsWith("Not for latency"));
        var (share, refused) = Steady(tries);
        TestContext.Out.WriteLine($"{samples} answers, second half: {share:0.0 %} of the true rate, {refused:0.0 %} refused ({counts.Status(429)} in all); {changes.Count} changes");
        Assert.That(refused, Is.LessThan(0.05));
        // From the first refusal on the rate climbs for some seconds; a short run ends before.
        if (isLong)
            Assert.That(share, Is.GreaterThan(0.85));
    }

    // The first half is for learning.
    private static (double Share, double Refused) Steady(List<Try> tries)
    {
        var half = tries[(tries.Count / 2)..];
        var answered = half.Count(t => t.Status == Try.Succeeded);
        return (answered / (half[^1].StartedAt - half[0].StartedAt).TotalSeconds / PerSecond, 1 - (answered / (double)half.Count));
    }
}

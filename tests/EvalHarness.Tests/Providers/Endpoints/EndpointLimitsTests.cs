using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints;
using static EvalHarness.Tests.Providers.Endpoints.ScriptedTransport;

namespace EvalHarness.Tests.Providers.Endpoints;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class EndpointLimitsTests
{
    private readonly QuickTime time = new();
    private int inFlight;
    private int most;

    [TestCase(false, null, false)]
    [TestCase(true, null, true)]
    [TestCase(true, 4, false)]
    public void An_endpoint_learns_its_concurrency_unless_it_has_one_or_the_load_is_fixed(bool adaptive, int? concurrency, bool isAdaptive)
    {
        using var endpoint = Endpoint(Reply(200), new LimitOptions { Concurrency = concurrency }, adaptive);

        Assert.That(endpoint.Endpoint.IsAdaptive, Is.EqualTo(isAdaptive));
    }

    [TestCase(3, false, 3)]
    [TestCase(null, true, 8)]
    [TestCase(null, false, 20)]
    public async Task As_many_calls_are_in_flight_as_the_limit_lets(int? concurrency, bool adaptive, int expected)
    {
        using var endpoint = Endpoint(Reply(200), new LimitOptions { Concurrency = concurrency }, adaptive);

        await AllAsync(endpoint, 20, fails: false);

        Assert.That(most, Is.EqualTo(expected).Within(adaptive ? 2 : 0));
    }

    [Test]
    public async Task Waiting_for_a_permit_is_queueing_and_nothing_else()
    {
        using var endpoint = Endpoint(Reply(200), new LimitOptions { Concurrency = 1 });

        await AllAsync(endpoint, 3, fails: false);

        Assert.That(endpoint.Log.Calls.Select(c => c.Queued.TotalSeconds), Is.EqualTo(new[] { 0.0, 1, 2 }));
        Assert.That(endpoint.Log.Calls, Has.All.Property(nameof(ModelCall.LostTime)).EqualTo(TimeSpan.Zero));
        Assert.That(endpoint.Log.Calls, Has.All.Property(nameof(ModelCall.ServiceTime)).EqualTo(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task A_permit_is_free_during_back_off()
    {
        var transport = new ScriptedTransport(Reply(429, "", ("Retry-After", "10")), Reply(200, "second"), Reply(200, "first"));
        using var endpoint = new CalledEndpoint(transport, time, new EndpointOptions { Provider = "http", Limits = new LimitOptions { Concurrency = 1 } });
        var first = endpoint.BeginAsync(endpoint.GetAsync, CancellationToken.None);

        var second = await endpoint.BeginAsync(endpoint.GetAsync, CancellationToken.None);

        Assert.That(second, Is.EqualTo("second"));
        Assert.That(await time.RunAsync(first), Is.EqualTo("first"));
    }

    [Test]
    public async Task Waiting_for_a_permit_does_not_use_up_the_time_for_tries()
    {
        var options = new EndpointOptions { Provider = "http", Limits = new LimitOptions { Concurrency = 1 }, Tries = new TryOptions { TotalSeconds = 2, TrySeconds = 2 } };
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Reply(200)), time, options);

        await AllAsync(endpoint, 10, fails: false);

        Assert.That(endpoint.Log.Calls.SelectMany(c => c.Tries).Select(t => t.Status), Has.Exactly(10).EqualTo("ok"));
    }

    [Test]
    public async Task Calls_per_minute_are_spread()
    {
        using var endpoint = Endpoint(Reply(200), new LimitOptions { Rpm = 60 });

        await AllAsync(endpoint, 5, fails: false);

        Assert.That(endpoint.Log.Calls.Max(c => c.Queued.TotalSeconds), Is.EqualTo(4).Within(0.1));
    }

    [Test]
    public async Task Tokens_per_minute_are_spread()
    {
        using var endpoint = Endpoint(Reply(200), new LimitOptions { Tpm = 6000 });

        await AllAsync(endpoint, 4, fails: false);

        Assert.That(endpoint.Log.Calls.Max(c => c.Queued.TotalSeconds), Is.EqualTo(3).Within(0.1));
    }

    [Test]
    public async Task What_was_learned_is_told_with_its_reason()
    {
        using var endpoint = Endpoint(Reply(200), new LimitOptions(), adaptive: true);
        await AllAsync(endpoint, 8, fails: false);

        await AllAsync(endpoint, 1, fails: true);

        var changes = endpoint.Endpoint.LimitChanges.Where(c => c.Limit == "concurrency").Select(c => (c.From, c.To, c.Reason));
        Assert.That(changes, Is.EqualTo(new (double?, double, string)[] { (8, 9, "a clean round"), (9, 7, "refused with 429") }));
    }

    [Test]
    public async Task Server_errors_do_not_cut_the_limit()
    {
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Reply(500), Reply(503), Reply(200)), time, adaptive: true);

        await endpoint.CallAsync();

        Assert.That(endpoint.Endpoint.LimitChanges, Is.Empty);
    }

    [Test]
    public async Task Who_gives_up_waiting_was_never_called_and_is_recorded_as_queued()
    {
        using var cancellation = new CancellationTokenSource();
        var transport = new ScriptedTransport(Hang(time));
        using var endpoint = new CalledEndpoint(transport, time, new EndpointOptions { Provider = "http", Limits = new LimitOptions { Concurrency = 1 } });
        using var first = new CancellationTokenSource();
        var holder = endpoint.BeginAsync(endpoint.GetAsync, first.Token);
        var waiter = endpoint.BeginAsync(endpoint.GetAsync, cancellation.Token);
        time.Advance(TimeSpan.FromSeconds(5));

        await cancellation.CancelAsync();

        Assert.That(async () => await waiter, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(endpoint.Call.Queued, Is.EqualTo(TimeSpan.FromSeconds(5)));
        Assert.That(endpoint.Call.Tries, Is.Empty);
        Assert.That(transport.Sent, Is.EqualTo(1));
        await first.CancelAsync();
        Assert.That(async () => await holder, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Endpoints_of_one_name_are_one()
    {
        using var registry = new EndpointRegistry(time);

        var (first, second) = (registry.Get(Named("a")), registry.Get(Named("a")));

        Assert.That(first, Is.SameAs(second));
        Assert.That(registry.Get(Named("b")), Is.Not.SameAs(first));
        Assert.That(registry.All.Select(e => e.Name), Is.EqualTo(new[] { "a", "b" }));
    }

    private static NamedEndpoint Named(string name) => new(name, new EndpointOptions { Provider = "http" });

    private CalledEndpoint Endpoint(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> reply, LimitOptions limits, bool adaptive = false) =>
        new(new ScriptedTransport(reply), time, new EndpointOptions { Provider = "http", Limits = limits }, adaptive);

    private async Task AllAsync(CalledEndpoint endpoint, int count, bool fails)
    {
        var calls = Enumerable.Range(0, count).Select(_ => endpoint.BeginAsync((_, token) => SecondAsync(fails, token), CancellationToken.None)).ToList();
        try
        {
            await time.RunAsync(Task.WhenAll(calls));
        }
        catch (EndpointException) when (fails)
        {
            // It was meant to.
        }
    }

    private async Task<string> SecondAsync(bool fails, CancellationToken cancellationToken)
    {
        most = Math.Max(most, Interlocked.Increment(ref inFlight));
        await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
        Interlocked.Decrement(ref inFlight);
        return fails ? throw new EndpointException("429", "429", "slow down") : "yes";
    }
}

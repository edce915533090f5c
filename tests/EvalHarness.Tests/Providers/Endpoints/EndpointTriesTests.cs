using System.ClientModel;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints;
using static EvalHarness.Tests.Providers.Endpoints.ScriptedTransport;

namespace EvalHarness.Tests.Providers.Endpoints;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class EndpointTriesTests
{
    private readonly QuickTime time = new();

    private static IEnumerable<TestCaseData> Passing =>
    [
        new TestCaseData(new HttpRequestException(HttpRequestError.Unknown, "sending failed", new IOException("broken", new SocketException((int)SocketError.ConnectionReset))), "reset"),
        new TestCaseData(new IOException("the transport connection was closed"), "reset"),
        new TestCaseData(new SocketException((int)SocketError.ConnectionAborted), "reset"),
        new TestCaseData(new InvalidOperationException("wrapped", new HttpRequestException(HttpRequestError.SecureConnectionError, "TLS broke off", new IOException("eof"))), "reset"),
        new TestCaseData(new HttpIOException(HttpRequestError.HttpProtocolError, "GOAWAY"), "reset"),
        new TestCaseData(new HttpIOException(HttpRequestError.ResponseEnded), "truncated"),
        new TestCaseData(new HttpRequestException(HttpRequestError.ResponseEnded), "truncated"),
        new TestCaseData(new IOException("The response ended prematurely."), "truncated"),
        new TestCaseData(new EndOfStreamException(), "truncated"),
        new TestCaseData(new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused)), "unreachable"),
        new TestCaseData(new HttpRequestException(HttpRequestError.NameResolutionError, "try again", new SocketException((int)SocketError.TryAgain)), "unreachable"),
        new TestCaseData(new ClientResultException("Service unavailable", new FixedReply(503)), "503"),
        new TestCaseData(new AggregateException(new ClientResultException("lost", new FixedReply(500))), "500"),
        new TestCaseData(new TaskCanceledException("the SDK's own timeout"), "timeout"),
        new TestCaseData(new TimeoutException(), "timeout"),
    ];

    private static IEnumerable<TestCaseData> Lasting =>
    [
        new TestCaseData(new HttpRequestException(HttpRequestError.NameResolutionError, "unknown", new SocketException((int)SocketError.HostNotFound)), "unreachable"),
        new TestCaseData(new HttpRequestException(HttpRequestError.SecureConnectionError, "TLS", new AuthenticationException("the certificate has expired")), "unreachable"),
        new TestCaseData(new HttpRequestException(HttpRequestError.InvalidResponse, "no HTTP"), "unreadable"),
        new TestCaseData(new ClientResultException("Unauthorized", new FixedReply(401)), "401"),
        new TestCaseData(new JsonException("'<' is an invalid start of a value."), "unreadable"),
    ];

    [Test]
    public void An_endpoint_that_was_stopped_meanwhile_is_not_tried_again()
    {
        var tries = new TryOptions { Count = 5, HardFailures = 1, FirstWaitSeconds = 10 };
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Reply(503), Reply(401)), time, new EndpointOptions { Provider = "http", Tries = tries });

        var begun = endpoint.BeginAsync(endpoint.GetAsync, CancellationToken.None);
        Assert.That(() => endpoint.BeginAsync(endpoint.GetAsync, CancellationToken.None), Throws.TypeOf<EndpointStoppedException>());
        var began = time.GetUtcNow();

        Assert.That(() => time.RunAsync(begun), Throws.TypeOf<EndpointStoppedException>());
        Assert.That(time.GetUtcNow() - began, Is.LessThan(TimeSpan.FromSeconds(20)), "one back-off, no more");
    }

    [TestCase(408)]
    [TestCase(425)]
    [TestCase(429)]
    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    [TestCase(529)]
    public async Task A_status_that_passes_is_tried_again(int status)
    {
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Reply(status, "busy"), Reply(200, "yes")), time);

        var answer = await endpoint.CallAsync();

        Assert.That(answer, Is.EqualTo("yes"));
        Assert.That(endpoint.Statuses, Is.EqualTo(new[] { $"{status}", "ok" }));
        Assert.That(endpoint.Call.Tries[0].Reason, Is.EqualTo("busy"));
        Assert.That(endpoint.Call.Tries[1].Reason, Is.Null);
    }

    [TestCase(400)]
    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(413)]
    [TestCase(422)]
    [TestCase(501)]
    public async Task A_status_that_lasts_is_not_tried_again(int status)
    {
        var transport = new ScriptedTransport(Reply(status, "no"));
        using var endpoint = new CalledEndpoint(transport, time);

        var exception = (await Assert.ThrowsAsync<EndpointException>(() => endpoint.CallAsync()))!;

        Assert.That(transport.Sent, Is.EqualTo(1));
        Assert.That(exception.Status, Is.EqualTo($"{status}"));
        Assert.That(endpoint.Statuses, Is.EqualTo(new[] { $"{status}" }));
    }

    [Test]
    public async Task An_empty_account_is_not_tried_again_though_it_says_429()
    {
        var transport = new ScriptedTransport(Reply(429, """{"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}}"""));
        using var endpoint = new CalledEndpoint(transport, time);

        var exception = (await Assert.ThrowsAsync<EndpointException>(() => endpoint.CallAsync()))!;

        Assert.That(transport.Sent, Is.EqualTo(1));
        Assert.That(exception.Code, Is.EqualTo("insufficient_quota"));
    }

    [TestCaseSource(nameof(Passing))]
    public async Task A_failure_that_passes_is_tried_again(Exception exception, string status)
    {
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Throw(exception), Reply(200, "yes")), time);

        var answer = await endpoint.CallAsync();

        Assert.That(answer, Is.EqualTo("yes"));
        Assert.That(endpoint.Statuses, Is.EqualTo(new[] { status, "ok" }));
    }

    [TestCaseSource(nameof(Lasting))]
    public void A_failure_that_lasts_is_not_tried_again(Exception exception, string status)
    {
        var transport = new ScriptedTransport(Throw(exception));
        using var endpoint = new CalledEndpoint(transport, time);

        Assert.That(() => endpoint.CallAsync(), Throws.TypeOf<EndpointException>());

        Assert.That(transport.Sent, Is.EqualTo(1));
        Assert.That(endpoint.Statuses, Is.EqualTo(new[] { status }));
    }

    [Test]
    public void A_reply_cut_inside_its_structure_counts_as_cut_off()
    {
        const string Reply = """{"id":"a\u00e9","choices":[{"message":{"content":"x"}}],"ok":true,"no":null,"rate":-1.5e3,"usage":{"total":12}}""";
        using var secret = new CalledEndpoint(new ScriptedTransport(ScriptedTransport.Reply(200)), time);
        var failures = new FailureReader(new EndpointSecrets(new NamedEndpoint("lab", secret.Endpoint.Options)));

        for (var length = 0; length < Reply.Length; length++)
        {
            var exception = Assert.Catch<JsonException>(() => JsonDocument.Parse(Reply[..length]));
            Assert.That(failures.Read(exception)!.Status, Is.EqualTo("truncated"), Reply[..length]);
        }
    }

    [Test]
    public async Task Every_try_is_recorded_with_its_wait_and_the_time_it_took()
    {
        using var endpoint = new CalledEndpoint(new ScriptedTransport(After(2, Reply(429, "slow down", ("Retry-After", "7"))), After(3, Reply(200, "yes"))), time);

        await endpoint.CallAsync();

        var (first, second) = (endpoint.Call.Tries[0], endpoint.Call.Tries[1]);
        Assert.That(first.Waited, Is.EqualTo(TimeSpan.Zero));
        Assert.That(first.Duration, Is.EqualTo(TimeSpan.FromSeconds(2)));
        Assert.That(second.Waited, Is.EqualTo(TimeSpan.FromSeconds(7)));
        Assert.That(second.Duration, Is.EqualTo(TimeSpan.FromSeconds(3)));
        Assert.That(second.StartedAt - first.StartedAt, Is.EqualTo(TimeSpan.FromSeconds(9)));
        Assert.That(endpoint.Call.LostTime, Is.EqualTo(TimeSpan.FromSeconds(9)));
        Assert.That(endpoint.Call.ServiceTime, Is.EqualTo(TimeSpan.FromSeconds(3)));
        Assert.That(endpoint.Call.Queued, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public async Task What_the_call_used_is_recorded_with_it()
    {
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Reply(200)), time);

        await endpoint.CallAsync((scope, _) =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            scope.Token();
            scope.Used("small-2026", new TokenUsage(10, 5));
            return Task.FromResult("yes");
        });

        Assert.That(endpoint.Call.FirstToken, Is.EqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(endpoint.Call.Usage, Is.EqualTo(new TokenUsage(10, 5)));
        Assert.That((endpoint.Call.Kind, endpoint.Call.Endpoint, endpoint.Call.Model), Is.EqualTo(("chat", "lab", "small")));
    }

    [Test]
    public async Task A_call_that_fails_in_the_end_says_so_in_one_line()
    {
        var transport = new ScriptedTransport(Reply(429, """{"error":{"message":"Slow\ndown"}}""", ("Retry-After", "3")));
        using var endpoint = new CalledEndpoint(transport, time);

        var exception = (await Assert.ThrowsAsync<EndpointException>(() => endpoint.CallAsync()))!;

        Assert.That(exception.Message, Is.EqualTo("lab: 429 Too Many Requests after 5 tries in 12.0 s: Slow down"));
        Assert.That(transport.Sent, Is.EqualTo(5));
        Assert.That(endpoint.Statuses, Is.EqualTo(Enumerable.Repeat("429", 5)));
    }

    [Test]
    public void All_tries_and_waits_stay_within_the_total()
    {
        var transport = new ScriptedTransport(Reply(503, "busy", ("Retry-After", "40")));
        using var endpoint = new CalledEndpoint(transport, time, Tries(new TryOptions { Count = 50, TotalSeconds = 100 }));

        Assert.That(() => endpoint.CallAsync(), Throws.TypeOf<EndpointException>().With.Message.StartsWith("lab: 503 Service Unavailable after 3 tries in 80.0 s"));

        Assert.That(transport.Sent, Is.EqualTo(3));
    }

    [Test]
    public void The_last_try_is_cut_at_the_total()
    {
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Hang(time)), time, Tries(new TryOptions { TrySeconds = 60, TotalSeconds = 90, FirstWaitSeconds = 2 }));

        Assert.That(() => endpoint.CallAsync(), Throws.TypeOf<EndpointException>());

        Assert.That(endpoint.Statuses, Is.EqualTo(new[] { "timeout", "timeout" }));
        Assert.That(endpoint.Call.Tries[0].Duration, Is.EqualTo(TimeSpan.FromSeconds(60)));
        Assert.That(endpoint.Call.LostTime + endpoint.Call.ServiceTime, Is.EqualTo(TimeSpan.FromSeconds(90)).Within(TimeSpan.FromMilliseconds(1)));
    }

    [Test]
    public async Task A_try_that_takes_too_long_is_tried_again()
    {
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Hang(time), Reply(200, "yes")), time, Tries(new TryOptions { TrySeconds = 20 }));

        var answer = await endpoint.CallAsync();

        Assert.That(answer, Is.EqualTo("yes"));
        Assert.That(endpoint.Call.Tries[0].Status, Is.EqualTo("timeout"));
        Assert.That(endpoint.Call.Tries[0].Reason, Is.EqualTo("no reply within 20 s"));
        Assert.That(endpoint.Call.Tries[0].Duration, Is.EqualTo(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public async Task Waits_double_with_chance_between_half_and_one_and_a_half()
    {
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Reply(500), Reply(500), Reply(500), Reply(500), Reply(200)), time, Tries(new TryOptions { FirstWaitSeconds = 1 }));

        await endpoint.CallAsync();

        var waits = endpoint.Call.Tries.Select(t => t.Waited.TotalSeconds).ToArray();
        for (var i = 1; i < 5; i++)
            Assert.That(waits[i], Is.InRange(Math.Pow(2, i - 1) * 0.5, (Math.Pow(2, i - 1) * 1.5) + 0.001));
        Assert.That(waits.Skip(1).Select((w, i) => w / Math.Pow(2, i)).Distinct().Count(), Is.GreaterThan(1));
    }

    [Test]
    public async Task One_seed_gives_the_same_waits()
    {
        var waits = new List<IReadOnlyList<TimeSpan>>();
        for (var i = 0; i < 2; i++)
        {
            using var endpoint = new CalledEndpoint(new ScriptedTransport(Reply(500), Reply(500), Reply(200)), new QuickTime());
            await endpoint.CallAsync();
            waits.Add([.. endpoint.Call.Tries.Select(t => t.Waited)]);
        }

        Assert.That(waits[0], Is.EqualTo(waits[1]));
    }

    [Test]
    public async Task A_retry_after_is_capped()
    {
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Reply(429, "", ("Retry-After", "3600")), Reply(200)), time, Tries(new TryOptions { LongestWaitSeconds = 30 }));

        await endpoint.CallAsync();

        Assert.That(endpoint.Call.Tries[1].Waited, Is.EqualTo(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public async Task A_retry_after_of_zero_leaves_the_wait_to_us()
    {
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Reply(429, "", ("Retry-After", "0")), Reply(200)), time);

        await endpoint.CallAsync();

        Assert.That(endpoint.Call.Tries[1].Waited, Is.GreaterThan(TimeSpan.FromMilliseconds(200)));
    }

    [Test]
    public void One_try_is_one_try()
    {
        var transport = new ScriptedTransport(Reply(500, "broken"));
        using var endpoint = new CalledEndpoint(transport, time, Tries(new TryOptions { Count = 1 }));

        Assert.That(() => endpoint.CallAsync(), Throws.TypeOf<EndpointException>().With.Message.EqualTo("lab: 500 Internal Server Error after 1 try in 0.0 s: broken"));
        Assert.That(transport.Sent, Is.EqualTo(1));
    }

    [Test]
    public async Task Cancellation_of_a_try_passes_through_at_once()
    {
        using var cancellation = new CancellationTokenSource();
        var transport = new ScriptedTransport(Hang(time));
        using var endpoint = new CalledEndpoint(transport, time);
        var call = endpoint.BeginAsync(endpoint.GetAsync, cancellation.Token);

        await cancellation.CancelAsync();

        Assert.That(async () => await call, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(transport.Sent, Is.EqualTo(1));
        Assert.That(endpoint.Statuses, Is.EqualTo(new[] { "cancelled" }));
    }

    [Test]
    public async Task Cancellation_of_a_wait_passes_through_at_once()
    {
        using var cancellation = new CancellationTokenSource();
        var transport = new ScriptedTransport(Reply(503));
        using var endpoint = new CalledEndpoint(transport, time);
        var call = endpoint.BeginAsync(endpoint.GetAsync, cancellation.Token);

        await cancellation.CancelAsync();

        Assert.That(async () => await call, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(endpoint.Statuses, Is.EqualTo(new[] { "503" }));
    }

    [Test]
    public void A_failure_of_the_caller_s_own_is_thrown_as_it_is_and_recorded()
    {
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Reply(200)), time);

        Assert.That(() => endpoint.CallAsync((_, _) => throw new KeyNotFoundException("no answer at $.text")), Throws.TypeOf<KeyNotFoundException>());
        Assert.That(endpoint.Statuses, Is.EqualTo(new[] { "unreadable" }));
        Assert.That(endpoint.Call.Tries[0].Reason, Is.EqualTo("no answer at $.text"));
    }

    private static EndpointOptions Tries(TryOptions tries) => new() { Provider = "http", Tries = tries };

    private Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> After(double seconds, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> reply) => (request, cancellationToken) =>
    {
        time.Advance(TimeSpan.FromSeconds(seconds));
        return reply(request, cancellationToken);
    };
}

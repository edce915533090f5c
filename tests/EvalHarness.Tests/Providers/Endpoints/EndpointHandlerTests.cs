using System.Net;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints;
using static EvalHarness.Tests.Providers.Endpoints.ScriptedTransport;

namespace EvalHarness.Tests.Providers.Endpoints;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class EndpointHandlerTests
{
    private const string Variable = "EVALHARNESS_TEST_ENDPOINT_HANDLER";
    private readonly QuickTime time = new();

    [TearDown]
    public void Forget() => Environment.SetEnvironmentVariable(Variable, null);

    [TestCase("""{"error":{"message":"The model is busy","code":"busy"}}""", "The model is busy", "busy")]
    [TestCase("""{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""", "Overloaded", "overloaded_error")]
    [TestCase("""{"error":"model not found"}""", "model not found", null)]
    [TestCase("""{"detail":"no such thing"}""", "no such thing", null)]
    [TestCase("""{"detail":[{"loc":["body"]}]}""", """{"detail":[{"loc":["body"]}]}""", null)]
    [TestCase("plain words", "plain words", null)]
    [TestCase("", "the reply has no body", null)]
    public async Task The_reason_is_what_the_body_says(string body, string reason, string? code)
    {
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Reply(400, body)), time);

        var exception = (await Assert.ThrowsAsync<EndpointException>(() => endpoint.GetAsync(new CallScope(time), CancellationToken.None)))!;

        Assert.That(exception.Reason, Is.EqualTo(reason));
        Assert.That(exception.Code, Is.EqualTo(code));
        Assert.That(exception.Message, Is.EqualTo($"400 Bad Request: {reason}"));
        Assert.That(exception.Address, Is.EqualTo("http://lab.test/v1/chat"));
    }

    [Test]
    public async Task A_secret_that_the_endpoint_repeats_does_not_pass()
    {
        Environment.SetEnvironmentVariable(Variable, "very-secret-value");
        var options = new EndpointOptions { Provider = "http", KeyEnv = Variable };
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Reply(403, "very-secret-value may not do this")), time, options);

        var exception = (await Assert.ThrowsAsync<EndpointException>(() => endpoint.CallAsync()))!;

        Assert.That(exception.ToString(), Does.Not.Contain("very-secret"));
        Assert.That(endpoint.Call.Tries[0].Reason, Is.EqualTo("*** may not do this"));
    }

    [Test]
    public async Task Configured_headers_are_sent_with_environment_variables_put_in()
    {
        Environment.SetEnvironmentVariable(Variable, "abc");
        var transport = new ScriptedTransport(Reply(200));
        using var endpoint = new CalledEndpoint(transport, time, Headers(("X-Team", "search"), ("Authorization", $"Token ${{{Variable}}}")));

        await endpoint.CallAsync();

        Assert.That(transport.Last!.Headers.GetValues("X-Team"), Is.EqualTo(new[] { "search" }));
        Assert.That(transport.Last.Headers.GetValues("Authorization"), Is.EqualTo(new[] { "Token abc" }));
    }

    [Test]
    public async Task A_header_that_the_caller_sets_stays()
    {
        var transport = new ScriptedTransport(Reply(200));
        using var endpoint = new CalledEndpoint(transport, time, Headers(("X-Team", "search")));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("http://lab.test/"));
        request.Headers.Add("x-team", "mine");

        using var response = await endpoint.Endpoint.Http.SendAsync(request);

        Assert.That(transport.Last!.Headers.GetValues("X-Team"), Is.EqualTo(new[] { "mine" }));
    }

    [Test]
    public void A_header_s_missing_variable_is_named_and_nothing_is_sent()
    {
        var transport = new ScriptedTransport(Reply(200));
        using var endpoint = new CalledEndpoint(transport, time, Headers(("X-Key", $"${{{Variable}}}")));

        Assert.That(() => endpoint.CallAsync(), Throws.TypeOf<InputException>()
            .With.Message.EqualTo($"endpoints.lab.headers.X-Key: the environment variable {Variable} is not set. Set it: export {Variable}=…"));
        Assert.That(transport.Sent, Is.Zero);
    }

    [Test]
    public void The_key_is_read_from_its_variable()
    {
        Environment.SetEnvironmentVariable(Variable, "key\n");
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Reply(200)), time, new EndpointOptions { Provider = "http", KeyEnv = Variable });

        Assert.That(endpoint.Endpoint.Key(), Is.EqualTo("key"));
    }

    [Test]
    public void A_missing_key_names_the_endpoint_and_the_variable()
    {
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Reply(200)), time, new EndpointOptions { Provider = "http", KeyEnv = Variable });

        Assert.That(() => endpoint.Endpoint.Key(), Throws.TypeOf<InputException>()
            .With.Message.EqualTo($"endpoint 'lab': the environment variable {Variable} is not set. Put the key in it: export {Variable}=…"));
    }

    [Test]
    public void An_endpoint_without_a_key_has_none()
    {
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Reply(200)), time);

        Assert.That(endpoint.Endpoint.Key(), Is.Null);
    }

    [Test]
    public async Task The_limits_and_the_clock_of_the_last_reply_are_kept()
    {
        var transport = new ScriptedTransport(Reply(200, "", ("X-RateLimit-Remaining-Requests", "59"), ("anthropic-ratelimit-tokens-limit", "8000"), ("Date", "Mon, 23 Nov 2026 12:00:05 GMT"), ("Server", "x")));
        using var endpoint = new CalledEndpoint(transport, time);
        Assert.That(endpoint.Endpoint.LastSeen, Is.Null);

        await endpoint.CallAsync();

        Assert.That(endpoint.Endpoint.LastSeen!.Limits, Is.EquivalentTo(new Dictionary<string, string> { ["x-ratelimit-remaining-requests"] = "59", ["anthropic-ratelimit-tokens-limit"] = "8000" }));
        Assert.That(endpoint.Endpoint.LastSeen.ClockSkew, Is.EqualTo(TimeSpan.FromSeconds(5)));
    }

    [TestCase(false, HttpVersionPolicy.RequestVersionOrLower)]
    [TestCase(true, HttpVersionPolicy.RequestVersionExact)]
    public async Task HTTP_2_is_asked_for_and_insisted_on_where_it_is_configured(bool http2, HttpVersionPolicy policy)
    {
        var transport = new ScriptedTransport(Reply(200));
        using var endpoint = new CalledEndpoint(transport, time, new EndpointOptions { Provider = "http", Http2 = http2 });

        await endpoint.CallAsync();

        Assert.That(transport.Last!.Version, Is.EqualTo(HttpVersion.Version20));
        Assert.That(transport.Last.VersionPolicy, Is.EqualTo(policy));
    }

    private static EndpointOptions Headers(params (string Name, string Value)[] headers) =>
        new() { Provider = "http", Headers = headers.ToDictionary(h => h.Name, h => h.Value) };
}

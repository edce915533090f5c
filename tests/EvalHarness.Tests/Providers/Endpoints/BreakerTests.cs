using System.Net.Sockets;
using System.Security.Authentication;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints;
using static EvalHarness.Tests.Providers.Endpoints.ScriptedTransport;

namespace EvalHarness.Tests.Providers.Endpoints;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class BreakerTests
{
    private readonly QuickTime time = new();

    [Test]
    public async Task Hard_failures_in_a_row_stop_this_call_and_all_later_ones()
    {
        var transport = new ScriptedTransport(Reply(401, "who are you"));
        using var endpoint = Endpoint(transport);
        await FailAsync(endpoint, 2);

        Assert.That(() => endpoint.CallAsync(), Throws.TypeOf<EndpointStoppedException>());
        Assert.That(() => endpoint.CallAsync(), Throws.TypeOf<EndpointStoppedException>());

        Assert.That(transport.Sent, Is.EqualTo(3));
    }

    [Test]
    public async Task A_success_starts_the_count_anew()
    {
        using var endpoint = Endpoint(new ScriptedTransport(Reply(401), Reply(401), Reply(200, "yes"), Reply(401), Reply(401), Reply(401)));
        await FailAsync(endpoint, 2);
        await endpoint.CallAsync();
        await FailAsync(endpoint, 2);

        Assert.That(() => endpoint.CallAsync(), Throws.TypeOf<EndpointStoppedException>());
    }

    [Test]
    public async Task Other_failures_do_not_stop_anything()
    {
        using var endpoint = Endpoint(new ScriptedTransport(Reply(400, "bad request")));

        await FailAsync(endpoint, 10);

        Assert.That(() => endpoint.CallAsync(), Throws.TypeOf<EndpointException>());
    }

    [TestCase(401, "LAB_KEY", "lab: it refuses the key in LAB_KEY (401 Unauthorized: no; 3 calls in a row). Check that LAB_KEY holds a valid key, and that the key may use the model small.")]
    [TestCase(403, null, "lab: it asks for a key and has none (403 Forbidden: no; 3 calls in a row). Name the environment variable that holds the key as key_env.")]
    [TestCase(404, null, "lab: http://lab.test/v1/chat does not know the path or the model small (404 Not Found: no; 3 calls in a row). Check the endpoint's url and the pipeline's model.")]
    [TestCase(402, null, "lab: the account has nothing left to spend (402 Payment Required: no; 3 calls in a row). Check its plan and its billing.")]
    public async Task The_message_says_what_to_mend(int status, string? keyEnv, string message)
    {
        using var endpoint = Endpoint(new ScriptedTransport(Reply(status, "no")), keyEnv);
        await FailAsync(endpoint, 2);

        Assert.That(() => endpoint.CallAsync(), Throws.TypeOf<EndpointStoppedException>().With.Message.EqualTo(message));
    }

    [TestCase(404)]
    [TestCase(403)]
    public async Task A_model_that_is_not_there_or_not_allowed_stops_only_those_who_ask_for_it(int status)
    {
        using var endpoint = Endpoint(new ScriptedTransport(Reply(status), Reply(200, "yes"), Reply(status), Reply(200, "yes"), Reply(status), Reply(200, "yes")));

        for (var turn = 0; turn < 3; turn++)
        {
            endpoint.Target = "nowhere";
            Assert.That(() => endpoint.CallAsync(), turn == 2 ? Throws.TypeOf<EndpointStoppedException>() : Throws.TypeOf<EndpointException>());
            endpoint.Target = "small";
            Assert.That(await endpoint.CallAsync(), Is.EqualTo("yes"));
        }
    }

    [Test]
    public async Task A_refused_key_stops_whatever_is_asked_for()
    {
        using var endpoint = Endpoint(new ScriptedTransport(Reply(401)), "LAB_KEY");
        await FailAsync(endpoint, 2);
        endpoint.Target = "another";

        Assert.That(() => endpoint.CallAsync(), Throws.TypeOf<EndpointStoppedException>());
    }

    [Test]
    public async Task An_unknown_host_stops_the_endpoint_and_its_url_is_named()
    {
        using var endpoint = Endpoint(new ScriptedTransport(Throw(new HttpRequestException(HttpRequestError.NameResolutionError, "Name or service not known", new SocketException((int)SocketError.HostNotFound)))));
        await FailAsync(endpoint, 2);

        Assert.That(() => endpoint.CallAsync(), Throws.TypeOf<EndpointStoppedException>().With.Message.Contains("the host of http://lab.test/v1 is unknown"));
    }

    [TestCase("The remote certificate is invalid", "the certificate of http://lab.test/v1 is not trusted")]
    [TestCase("Cannot determine the frame size", "no TLS connection to http://lab.test/v1 comes about (unreachable: Cannot determine the frame size; 3 calls in a row). Write http:// where")]
    public async Task A_server_without_TLS_is_told_from_one_that_nobody_trusts(string said, string message)
    {
        using var endpoint = Endpoint(new ScriptedTransport(Throw(new HttpRequestException(HttpRequestError.SecureConnectionError, "no", new AuthenticationException(said)))));
        await FailAsync(endpoint, 2);

        Assert.That(() => endpoint.CallAsync(), Throws.TypeOf<EndpointStoppedException>().With.Message.Contains(message));
    }

    [Test]
    public async Task A_base_address_without_a_version_is_suspected()
    {
        using var endpoint = new CalledEndpoint(new ScriptedTransport(Reply(404)), time, new EndpointOptions { Provider = "openai", Url = "http://lab.test" });
        await FailAsync(endpoint, 2);

        Assert.That(() => endpoint.CallAsync(), Throws.TypeOf<EndpointStoppedException>().With.Message.Contains("Check the endpoint's url (most such servers are called at …/v1)"));
    }

    [Test]
    public async Task A_server_that_is_not_there_after_all_tries_stops_the_endpoint()
    {
        var transport = new ScriptedTransport(Throw(new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused", new SocketException((int)SocketError.ConnectionRefused))));
        using var endpoint = Endpoint(transport);
        await FailAsync(endpoint, 2);

        Assert.That(() => endpoint.CallAsync(), Throws.TypeOf<EndpointStoppedException>().With.Message.Contains("nothing answers at http://lab.test/v1"));
        Assert.That(transport.Sent, Is.EqualTo(15));
    }

    [Test]
    public async Task A_call_that_waited_for_its_turn_is_stopped_too()
    {
        var go = new TaskCompletionSource<HttpResponseMessage>();
        var transport = new ScriptedTransport((_, _) => go.Task, Reply(401));
        var options = new EndpointOptions { Provider = "http", Limits = new LimitOptions { Concurrency = 1 }, Tries = new TryOptions { HardFailures = 1 } };
        using var endpoint = new CalledEndpoint(transport, time, options);
        var first = endpoint.BeginAsync(endpoint.GetAsync, CancellationToken.None);
        var second = endpoint.BeginAsync(endpoint.GetAsync, CancellationToken.None);
        var third = endpoint.BeginAsync(endpoint.GetAsync, CancellationToken.None);

        go.SetResult(new HttpResponseMessage(System.Net.HttpStatusCode.Unauthorized));

        Assert.That(async () => await first, Throws.TypeOf<EndpointStoppedException>());
        Assert.That(async () => await second, Throws.TypeOf<EndpointStoppedException>());
        Assert.That(async () => await third, Throws.TypeOf<EndpointStoppedException>());
        Assert.That(transport.Sent, Is.EqualTo(1));
    }

    private static async Task FailAsync(CalledEndpoint endpoint, int times)
    {
        for (var i = 0; i < times; i++)
        {
            try
            {
                await endpoint.CallAsync();
                Assert.Fail("it succeeded");
            }
            catch (EndpointException)
            {
                // As it should: what it says is tested elsewhere.
            }
        }
    }

    private CalledEndpoint Endpoint(ScriptedTransport transport, string? keyEnv = null) =>
        new(transport, time, new EndpointOptions { Provider = "openai", Url = "http://user:word@lab.test/v1", KeyEnv = keyEnv });
}

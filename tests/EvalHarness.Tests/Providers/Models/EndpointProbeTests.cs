using System.Globalization;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;
using Microsoft.Extensions.Time.Testing;

namespace EvalHarness.Tests.Providers.Models;

internal sealed class EndpointProbeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static readonly WireReply Obedient = WireReply.OpenAi(
        """{"role":"assistant","content":"{\"word\":\"ok\"}"}""",
        usage: """{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15,"prompt_tokens_details":{"cached_tokens":0}}""");

    private static readonly WireReply Refusing = new("""{"error":{"message":"response_format is not supported"}}""", Status: 400);

    [Test]
    public async Task One_call_shows_model_latency_usage_limits_schema_and_clock()
    {
        await using var wire = await ModelWire.StartAsync(Obedient with
        {
            Headers = new Dictionary<string, string>
            {
                ["x-ratelimit-remaining-requests"] = "59",
                ["Date"] = (Now + TimeSpan.FromSeconds(90)).ToString("R", CultureInfo.InvariantCulture),
            },
        });

        var result = await ProbeAsync(wire.Source());

        Assert.That(wire.Requests, Has.Count.EqualTo(1));
        Assert.That(result.Problem, Is.Null);
        Assert.That(result.ReportedModel, Is.EqualTo("m1-2026"));
        Assert.That(result.Latency, Is.Not.Null);
        Assert.That(result.UsageFields, Is.EqualTo(["input", "output", "cached"]));
        Assert.That(result.JsonSchema, Is.EqualTo(SchemaSupport.Obeyed));
        Assert.That(result.LimitHeaders, Is.EqualTo(new Dictionary<string, string> { ["x-ratelimit-remaining-requests"] = "59" }));
        Assert.That(result.ClockSkew, Is.EqualTo(TimeSpan.FromSeconds(90)));
    }

    [Test]
    public async Task A_server_that_replies_in_prose_ignores_the_schema()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.OpenAi("""{"role":"assistant","content":"ok"}"""));

        Assert.That((await ProbeAsync(wire.Source())).JsonSchema, Is.EqualTo(SchemaSupport.Ignored));
    }

    [Test]
    public async Task A_server_that_refuses_a_schema_is_asked_again_without()
    {
        await using var wire = await ModelWire.StartAsync(Refusing, WireReply.OpenAi("""{"role":"assistant","content":"ok"}"""));

        var result = await ProbeAsync(wire.Source());

        Assert.That(wire.Requests.Select(r => r.Field("response_format") is not null), Is.EqualTo([true, false]));
        Assert.That(result.JsonSchema, Is.EqualTo(SchemaSupport.Refused));
        Assert.That(result.Problem, Is.Null);
    }

    [Test]
    public async Task A_refused_schema_is_a_problem_where_the_experiment_asks_for_one()
    {
        await using var wire = await ModelWire.StartAsync(Refusing, WireReply.OpenAi("""{"role":"assistant","content":"ok"}"""));

        var result = await ProbeAsync(wire.Source(new ModelOptions { Endpoint = "here", Name = "m1", ResponseFormat = "json_schema" }));

        Assert.That(result.Problem, Does.StartWith("json_schema is refused: "));
    }

    [Test]
    public async Task A_server_that_refuses_every_call_is_a_problem()
    {
        await using var wire = await ModelWire.StartAsync(new WireReply("""{"error":{"message":"no such model"}}""", Status: 404));

        var result = await ProbeAsync(wire.Source());

        Assert.That(result.Problem, Does.Contain("404"));
        Assert.That(result.Latency, Is.Null);
    }

    [Test]
    public async Task A_server_that_is_not_there_is_a_problem()
    {
        await using var wire = await ModelWire.StartAsync(Obedient);
        var endpoint = wire.Endpoint(change: o => o with { Url = "http://127.0.0.1:1/v1" });

        Assert.That((await ProbeAsync(wire.Source(endpoint: endpoint))).Problem, Is.Not.Null);
        Assert.That(wire.Requests, Is.Empty);
    }

    [Test]
    public async Task What_the_settings_lack_is_said_without_a_call()
    {
        await using var wire = await ModelWire.StartAsync(Obedient);
        var endpoint = wire.Endpoint(change: o => o with { KeyEnv = "EVALHARNESS_TEST_UNSET" });

        Assert.That((await ProbeAsync(wire.Source(endpoint: endpoint))).Problem, Is.EqualTo("the environment variable EVALHARNESS_TEST_UNSET is not set. Put the key in it: export EVALHARNESS_TEST_UNSET=…"));
        Assert.That(wire.Requests, Is.Empty);
    }

    [Test]
    public async Task Anthropic_is_probed_alike()
    {
        await using var wire = await ModelWire.StartAsync(WireReply.Anthropic("""[{"type":"text","text":"{\"word\":\"ok\"}"}]""") with
        {
            Headers = new Dictionary<string, string> { ["anthropic-ratelimit-requests-limit"] = "50" },
        });

        var result = await ProbeAsync(wire.Source(endpoint: wire.Endpoint("anthropic")));

        Assert.That(result.ReportedModel, Is.EqualTo("claude-2026"));
        Assert.That(result.JsonSchema, Is.EqualTo(SchemaSupport.Obeyed));
        Assert.That(result.LimitHeaders, Does.ContainKey("anthropic-ratelimit-requests-limit"));
    }

    private static async Task<ProbeResult> ProbeAsync(ModelSource source)
    {
        using var endpoints = new EndpointRegistry(new FakeTimeProvider(Now)) { TriesOnce = true };
        return await new EndpointProbe(endpoints).ProbeAsync(source, CancellationToken.None);
    }
}

using System.Text.Json.Nodes;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Tests.Wire;

/// <summary>How the product asks the stub.</summary>
internal sealed record WireSettings(string Provider = "openai", bool Stream = false)
{
    public string Model { get; init; } = "some-model";

    /// <summary>Quick, so that tests are: the waits that matter are set where they matter.</summary>
    public TryOptions Tries { get; init; } = new() { FirstWaitSeconds = 0.01, LongestWaitSeconds = 5, TrySeconds = 20, TotalSeconds = 60 };

    public LimitOptions Limits { get; init; } = new();

    public bool Http2 { get; init; }

    /// <summary>In place of the product's own way to the network.</summary>
    public HttpMessageHandler? Transport { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The pipeline as an experiment has it.</summary>
    public JsonObject Pipeline() => Provider == "http" ? Service() : new JsonObject { ["model"] = new JsonObject { ["endpoint"] = "stub", ["name"] = Model, ["stream"] = Stream } };

    /// <summary>Every protocol of models, streamed and not.</summary>
    public static IEnumerable<TestCaseData> Models => Cases("openai", "azure-openai", "anthropic");

    /// <summary>Every protocol of models, and a service.</summary>
    public static IEnumerable<TestCaseData> All => Cases("openai", "azure-openai", "anthropic", "http");

    /// <summary>The cases, each with every status.</summary>
    public static IEnumerable<TestCaseData> With(params int[] statuses) =>
        from settings in All
        from status in statuses
        select new TestCaseData(settings.Arguments[0], status).SetArgDisplayNames([.. settings.ArgDisplayNames!, $"{status}"]);

    private JsonObject Service()
    {
        var service = JsonNode.Parse("""
            {
              "kind": "http", "version": "1", "endpoint": "stub", "url": "/ask",
              "body": { "question": "{question}" },
              "reply": { "answer": "$.answer", "usage": { "input": "$.usage.input_tokens", "output": "$.usage.output_tokens" } }
            }
            """)!.AsObject();
        if (!Stream)
            return service;
        service["url"] = "/ask-sse";
        service["stream"] = new JsonObject { ["delta"] = "$.delta", ["done"] = "[DONE]" };
        service["reply"]!.AsObject().Remove("answer");
        return service;
    }

    private static IEnumerable<TestCaseData> Cases(params string[] providers) =>
        from provider in providers
        from stream in new[] { false, true }
        select new TestCaseData(new WireSettings(provider, stream)).SetArgDisplayNames(provider, stream ? "streamed" : "whole");
}

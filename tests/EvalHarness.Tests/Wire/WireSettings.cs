using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Tests.Wire;

/// <summary>How the product asks the stub.</summary>
internal sealed record WireSettings(string Provider = "openai", bool Stream = false)
{
    public string Model { get; init; } = "some-model";

    /// <summary>Quick, so that tests are: the waits that matter are set where they matter.</summary>
    public TryOptions Tries { get; init; } = new() { FirstWaitSeconds = 0.01, LongestWaitSeconds = 5, TrySeconds = 20, TotalSeconds = 60 };

    public LimitOptions Limits { get; init; } = new();

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Every protocol, streamed and not.</summary>
    public static IEnumerable<TestCaseData> All =>
        from provider in new[] { "openai", "azure-openai", "anthropic" }
        from stream in new[] { false, true }
        select new TestCaseData(new WireSettings(provider, stream)).SetArgDisplayNames(provider, stream ? "streamed" : "whole");
}

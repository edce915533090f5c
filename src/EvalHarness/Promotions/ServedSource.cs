using System.ComponentModel.DataAnnotations;

namespace EvalHarness.Promotions;

/// <summary>Who says which model is served.</summary>
public sealed record ServedSource
{
    /// <summary>Of an OpenAI-compatible server its <c>/v1/models</c>.</summary>
    public required string Url { get; init; }

    /// <summary>Where the names of models stand in the reply, as a JSON path.</summary>
    public string Path { get; init; } = "$.data[*].id";

    /// <summary>The environment variable that holds the key, sent as a bearer token.</summary>
    public string? KeyEnv { get; init; }

    /// <summary><c>${NAME}</c> in a value is an environment variable.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>How long it is asked again until it names the checkpoint, in seconds; a deployment takes its time.</summary>
    [Range(0, 3600)]
    public double WaitSeconds { get; init; } = 60;
}

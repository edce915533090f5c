namespace EvalHarness.Promotions;

/// <summary>An address that the body is posted to; a status of 2xx says that it succeeded.</summary>
public sealed record Webhook
{
    public required string Url { get; init; }

    /// <summary><c>${NAME}</c> in a value is an environment variable.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

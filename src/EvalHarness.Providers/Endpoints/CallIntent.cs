namespace EvalHarness.Providers.Endpoints;

/// <summary>What a call is for, before it is made.</summary>
/// <param name="Kind"><c>chat</c>, <c>embedding</c>, <c>rerank</c> or <c>service</c>.</param>
/// <param name="Model">As the price table names it; absent when only the reply tells.</param>
/// <param name="Tokens">About how many tokens it will use, for a limit on tokens per minute.</param>
public sealed record CallIntent(string Kind, string? Model, int Tokens)
{
    /// <summary>What is asked there, as the endpoint knows it: a model's name, a service's URL. Calls of one target fail alike; absent where the endpoint has one alone.</summary>
    public string? Target { get; init; }
}

namespace EvalHarness.Providers.Endpoints;

/// <summary>What a call is for, before it is made.</summary>
/// <param name="Kind"><c>chat</c>, <c>embedding</c>, <c>rerank</c> or <c>service</c>.</param>
/// <param name="Model">As the price table names it; absent when only the reply tells.</param>
/// <param name="Tokens">About how many tokens it will use, for a limit on tokens per minute.</param>
public sealed record CallIntent(string Kind, string? Model, int Tokens)
{
    /// <summary>What the endpoint is asked for: the model as it is called there, or the service's path.</summary>
    public string? Asked { get; init; }

    /// <summary>The model's name for a reader; absent for a service that names none.</summary>
    public string? ShownModel => Model ?? (Kind == "service" ? null : Asked);
}

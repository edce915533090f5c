namespace EvalHarness.Pipelines.Retrieval;

/// <summary>A re-rank endpoint: <c>POST {url}/rerank</c> with model, query and documents, as Cohere and Jina have it.</summary>
public sealed record RerankerOptions
{
    /// <summary>A name under the experiment's <c>endpoints:</c>.</summary>
    public required string Endpoint { get; init; }

    public required string Name { get; init; }

    /// <summary>The name in the price table.</summary>
    public string? PriceAs { get; init; }
}

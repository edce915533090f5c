using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Pipelines.Retrieval.Rerank;

/// <summary>Which re-rank endpoint scores, and where it is.</summary>
public sealed record RerankerSource(RerankerOptions Options, NamedEndpoint Endpoint);

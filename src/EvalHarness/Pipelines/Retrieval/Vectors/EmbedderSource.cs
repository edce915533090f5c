using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>Which embedder makes the vectors, and where it is.</summary>
/// <param name="Endpoint">Absent for an offline embedder.</param>
public sealed record EmbedderSource(EmbedderOptions Options, NamedEndpoint? Endpoint);

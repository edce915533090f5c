using System.Text.Json;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Providers.Caching;

/// <summary>What is kept of a call.</summary>
/// <param name="Reply">As its kind writes it.</param>
/// <param name="Calls">What making it took and used.</param>
internal sealed record CachedReply(JsonElement Reply, IReadOnlyList<ModelCall> Calls);

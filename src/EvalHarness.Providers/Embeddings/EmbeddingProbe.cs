using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval.Vectors;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Embeddings;

/// <summary>Tries an embedding model with one short text.</summary>
/// <param name="endpoints">Its own, not a run's, with <see cref="EndpointRegistry.TriesOnce"/>.</param>
public sealed class EmbeddingProbe(EndpointRegistry endpoints)
{
    private readonly EndpointEmbedderProvider provider = new(endpoints, (embedder, _) => embedder);

    public async Task<ProbeResult> ProbeAsync(EmbedderSource source, CancellationToken cancellationToken)
    {
        var result = new ProbeResult(source.Endpoint!.Name, source.Options.Name ?? "", "embedding");
        if (provider.Check(source, "embedder") is { } problem)
            return result with { Problem = $"{problem.Found}. {problem.Mend}" };

        var log = new CallLog();
        try
        {
            using var embedder = provider.Connect(source, []);
            var reply = await embedder.GenerateAsync(["ok"], new EmbeddingGenerationOptions().With(log), cancellationToken);
            result = result with
            {
                ReportedModel = log.Calls[^1].Model,
                Latency = log.Calls[^1].ServiceTime,
                UsageFields = log.Calls[^1].Usage is null ? [] : ["input"],
                Found = FormattableString.Invariant($"{reply[0].Vector.Length} numbers"),
            };
        }
        // Whatever goes wrong with a call is what a probe is for.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            result = result.Failed(exception);
        }

        return result.With(endpoints.Get(source.Endpoint).LastSeen);
    }
}

using EvalHarness.Datasets;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval.Chunks;
using EvalHarness.Pipelines.Retrieval.Rerank;
using EvalHarness.Pipelines.Retrieval.Search;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;

namespace EvalHarness.Providers.Rerank;

/// <summary>Tries a re-rank endpoint with a question and two short passages.</summary>
/// <param name="endpoints">Its own, not a run's, with <see cref="EndpointRegistry.TriesOnce"/>.</param>
public sealed class RerankProbe(EndpointRegistry endpoints)
{
    private static readonly SearchHit[] Hits = [Hit(0, "Apples are red."), Hit(1, "Bananas are yellow.")];

    private readonly HttpRerankerProvider provider = new(endpoints);

    public async Task<ProbeResult> ProbeAsync(RerankerSource source, CancellationToken cancellationToken)
    {
        var result = new ProbeResult(source.Endpoint.Name, source.Options.Name, "rerank");
        if (provider.Check(source, "reranker") is { } problem)
            return result with { Problem = $"{problem.Found}. {problem.Mend}" };

        var log = new CallLog();
        try
        {
            var scores = await provider.Connect(source).ScoreAsync("Which fruit is yellow?", Hits, log, cancellationToken);
            result = result with
            {
                ReportedModel = log.Calls[^1].Model,
                Latency = log.Calls[^1].ServiceTime,
                UsageFields = log.Calls[^1].Usage is null ? [] : ["input"],
                Found = FormattableString.Invariant($"{scores.Count} scores"),
            };
        }
        // Whatever goes wrong with a call is what a probe is for.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            result = result.Failed(exception);
        }

        return result.With(endpoints.Get(source.Endpoint).LastSeen);
    }

    private static SearchHit Hit(int number, string text)
    {
        var document = new Document("probe", "Fruit", null, text);
        return new SearchHit(number, new Chunk($"probe#{number}", document, new TextSpan(0, text.Length)), 0, new Dictionary<string, double>());
    }
}

using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Rerank;
using EvalHarness.Pipelines.Retrieval.Search;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;

namespace EvalHarness.Providers.Rerank;

/// <summary>Sends question and passages to a re-rank endpoint, as Cohere and Jina have it.</summary>
internal sealed class HttpReranker(Endpoint endpoint, RerankerOptions options) : IReranker
{
    /// <exception cref="UnusableReplyException">The reply does not score each passage.</exception>
    public async Task<IReadOnlyList<RerankScore>> ScoreAsync(string question, IReadOnlyList<SearchHit> hits, CallLog log, CancellationToken cancellationToken)
    {
        string[] documents = [.. hits.Select(h => h.Chunk.TitledText)];
        var tokens = endpoint.Options.Limits.Tpm is null ? 0 : O200k.Count(question) + documents.Sum(O200k.Count);
        var reply = await endpoint.CallAsync(new CallIntent("rerank", options.PriceAs, tokens) { Target = options.Name }, log, (scope, token) => AskAsync(question, documents, scope, token), cancellationToken);
        return [.. reply.Scores(hits.Count).Select(score => new RerankScore(score, new Dictionary<string, double>(StringComparer.Ordinal) { ["rerank"] = score }))];
    }

    private async Task<RerankReply> AskAsync(string question, string[] documents, CallScope scope, CancellationToken cancellationToken)
    {
        using var request = Request(question, documents);
        using var response = await endpoint.Http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var reply = RerankReply.Read(body, endpoint.Excerpt);
        scope.Used(reply.Model ?? options.Name, reply.Usage);
        return reply;
    }

    private HttpRequestMessage Request(string question, string[] documents)
    {
        // As a whole, with its length: some gateways take no chunked request.
        var body = JsonSerializer.Serialize(new { model = options.Name, query = question, documents, top_n = documents.Length });
        var request = new HttpRequestMessage(HttpMethod.Post, $"{endpoint.Options.Url!.TrimEnd('/')}/rerank") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (endpoint.Key() is { } key)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return request;
    }
}

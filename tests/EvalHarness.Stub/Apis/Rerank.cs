using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace EvalHarness.Stub.Apis;

/// <summary>Cohere's and Jina's rerank: a document is the more relevant, the more of the query's words it has.</summary>
internal sealed class Rerank : IStubApi
{
    public IReadOnlyList<string> Routes { get; } = ["/v1/rerank", "/v2/rerank", "/rerank"];

    public StubRequest Read(HttpRequest http, JsonObject body) => new(
        http.Path,
        body.Text("model"),
        [new StubMessage("query", body.Text("query")), .. (body["documents"] as JsonArray ?? []).Select(d => new StubMessage("document", Text(d)))],
        false,
        body);

    public Task<StubReply> AnswerAsync(StubRequest request, StubAnswerer answerer, CancellationToken cancellationToken) =>
        Task.FromResult(new StubReply("").Counted(request));

    public StubResponse Error(int status, string? message) => StubResponse.Json(new JsonObject { ["message"] = message ?? $"status {status}" }, status);

    public StubResponse Write(StubRequest request, StubReply reply)
    {
        var query = WordVectors.Words(request.Messages[0].Content).ToHashSet(StringComparer.Ordinal);
        var scored = request.Messages.Skip(1).Select((d, i) => (Index: i, Score: Share(query, d.Content))).OrderByDescending(s => s.Score).ThenBy(s => s.Index);
        return StubResponse.Json(new JsonObject
        {
            ["id"] = "rerank-stub",
            ["model"] = request.Model,
            ["results"] = new JsonArray([.. scored
                .Take(request.Body.Number("top_n") ?? int.MaxValue)
                .Select(s => new JsonObject { ["index"] = s.Index, ["relevance_score"] = s.Score })]),
            ["meta"] = new JsonObject { ["billed_units"] = new JsonObject { ["search_units"] = 1 } },
            ["usage"] = new JsonObject { ["total_tokens"] = reply.InputTokens },
        });
    }

    private static string Text(JsonNode? document) => document is JsonObject part ? part.Text("text") : StubJson.Content(document);

    private static double Share(HashSet<string> query, string document) =>
        query.Count == 0 ? 0 : WordVectors.Words(document).Distinct(StringComparer.Ordinal).Count(query.Contains) / (double)query.Count;
}

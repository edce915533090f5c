using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace EvalHarness.Stub.Apis;

/// <summary>A RAG service as one writes it oneself: a question in; an answer, its passages, usage and times out.</summary>
internal sealed class AskService : IStubApi
{
    private const string StreamRoute = "/ask-sse";

    public IReadOnlyList<string> Routes { get; } = ["/ask", StreamRoute];

    public StubRequest Read(HttpRequest http, JsonObject body)
    {
        IReadOnlyList<StubMessage> messages = body.ContainsKey("messages") ? body.Messages() : [new StubMessage("user", body.Text("question"))];
        return new StubRequest(http.Path, body.Text("model"), messages, http.Path == StreamRoute, body);
    }

    public async Task<StubReply> AnswerAsync(StubRequest request, StubAnswerer answerer, CancellationToken cancellationToken) =>
        (await answerer(request, cancellationToken)).Counted(request);

    public StubResponse Error(int status, string? message) => StubResponse.Json(new JsonObject { ["error"] = message ?? $"status {status}" }, status);

    public StubResponse Write(StubRequest request, StubReply reply)
    {
        if (!request.Stream || reply.IsUnstreamed)
            return StubResponse.Json(Whole(reply));
        var last = Whole(reply);
        last.Remove("answer");
        return StubResponse.Events([.. StubJson.Pieces(reply.Text).Select(p => StubEvent.Json(new JsonObject { ["delta"] = p })), StubEvent.Json(last), StubEvent.Done]);
    }

    private static JsonObject Whole(StubReply reply)
    {
        var body = new JsonObject
        {
            ["answer"] = reply.Text,
            ["passages"] = new JsonArray([.. reply.Passages.Select(Passage)]),
            ["citations"] = new JsonArray([.. reply.Passages.Select(p => p.Document).Distinct(StringComparer.Ordinal).Select(d => (JsonNode)d)]),
            ["timings"] = new JsonObject { ["search_ms"] = 3.5, ["generate_ms"] = 12 },
            ["model"] = reply.Model ?? "stub-rag",
        };
        if (reply.SaysUsage)
            body["usage"] = new JsonObject { ["input_tokens"] = reply.InputTokens, ["output_tokens"] = reply.OutputTokens, ["cached_tokens"] = reply.CachedTokens };
        return body;
    }

    private static JsonNode Passage(StubPassage passage) =>
        new JsonObject { ["id"] = passage.Id, ["text"] = passage.Text, ["score"] = passage.Score, ["document"] = passage.Document };
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace EvalHarness.Stub.Apis;

/// <summary>OpenAI's embeddings, as numbers or as base64 of little-endian floats.</summary>
internal sealed class Embeddings(int dimensions) : IStubApi
{
    public IReadOnlyList<string> Routes { get; } = ["/v1/embeddings", "/openai/deployments/{deployment}/embeddings", "/openai/v1/embeddings"];

    public StubRequest Read(HttpRequest http, JsonObject body)
    {
        var inputs = body["input"] as JsonArray ?? [body["input"]?.DeepClone()];
        return new StubRequest(http.Path, http.RouteValues["deployment"] as string ?? body.Text("model"), [.. inputs.Select(i => new StubMessage("input", StubJson.Content(i)))], false, body);
    }

    public Task<StubReply> AnswerAsync(StubRequest request, StubAnswerer answerer, CancellationToken cancellationToken) =>
        Task.FromResult(new StubReply("").Counted(request));

    public StubResponse Error(int status, string? message) => OpenAiErrors.Error(status, message);

    public StubResponse Write(StubRequest request, StubReply reply)
    {
        var size = request.Body.Number("dimensions") ?? dimensions;
        var asBase64 = request.Body.Text("encoding_format") == "base64";
        return StubResponse.Json(new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. request.Messages.Select((m, i) => Embedding(i, WordVectors.Of(m.Content, size), asBase64))]),
            ["model"] = request.Model,
            ["usage"] = new JsonObject { ["prompt_tokens"] = reply.InputTokens, ["total_tokens"] = reply.InputTokens },
        });
    }

    private static JsonNode Embedding(int index, float[] vector, bool asBase64) => new JsonObject
    {
        ["object"] = "embedding",
        ["index"] = index,
        ["embedding"] = asBase64
            ? Convert.ToBase64String([.. vector.SelectMany(BitConverter.GetBytes)])
            : new JsonArray([.. vector.Select(v => (JsonNode)v)]),
    };
}

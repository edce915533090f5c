using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace EvalHarness.Stub.Apis;

/// <summary>OpenAI's chat completions, on Azure's paths too.</summary>
internal sealed class OpenAiChat : IStubApi
{
    private const string Fingerprint = "fp_stub";

    public IReadOnlyList<string> Routes { get; } =
        ["/v1/chat/completions", "/openai/deployments/{deployment}/chat/completions", "/openai/v1/chat/completions"];

    public StubRequest Read(HttpRequest http, JsonObject body) => new(
        http.Path,
        http.RouteValues["deployment"] as string ?? body.Text("model"),
        body.Messages(),
        body.Flag("stream"),
        body);

    public async Task<StubReply> AnswerAsync(StubRequest request, StubAnswerer answerer, CancellationToken cancellationToken) =>
        (await answerer(request, cancellationToken)).Counted(request);

    public StubResponse Error(int status, string? message) => OpenAiErrors.Error(status, message);

    public StubResponse Write(StubRequest request, StubReply reply) =>
        request.Stream && !reply.IsUnstreamed ? StubResponse.Events(Events(request, reply)) : StubResponse.Json(Whole(request, reply));

    private static JsonObject Whole(StubRequest request, StubReply reply)
    {
        var body = Head("chat.completion", request, reply);
        body["choices"] = reply.IsEmpty
            ? []
            : new JsonArray(new JsonObject { ["index"] = 0, ["message"] = Message(reply), ["finish_reason"] = reply.FinishReason, ["logprobs"] = null });
        if (reply.SaysUsage)
            body["usage"] = Usage(reply);
        return body;
    }

    private static JsonObject Message(StubReply reply)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = Content(reply), ["refusal"] = reply.Refusal };
        if (reply.ToolCall is { } tool)
            message["tool_calls"] = new JsonArray(Call(tool));
        return message;
    }

    private static string? Content(StubReply reply) => reply.Refusal is null && reply.ToolCall is null ? reply.Text : null;

    private static JsonObject Call(string tool) =>
        new() { ["id"] = "call_stub", ["type"] = "function", ["function"] = new JsonObject { ["name"] = tool, ["arguments"] = "{}" } };

    private static IEnumerable<StubEvent> Events(StubRequest request, StubReply reply)
    {
        if (!reply.IsEmpty)
        {
            yield return Chunk(request, reply, new JsonObject { ["role"] = "assistant", ["content"] = "" }, null);
            foreach (var delta in Deltas(reply))
                yield return Chunk(request, reply, delta, null);
            yield return Chunk(request, reply, [], reply.FinishReason);
        }

        if (reply.SaysUsage && request.Body["stream_options"] is JsonObject options && options.Flag("include_usage"))
            yield return UsageChunk(request, reply);
        yield return StubEvent.Done;
    }

    private static IEnumerable<JsonObject> Deltas(StubReply reply)
    {
        if (reply.Refusal is { } refusal)
            return StubJson.Pieces(refusal).Select(p => new JsonObject { ["refusal"] = p });
        if (reply.ToolCall is not { } tool)
            return StubJson.Pieces(reply.Text).Select(p => new JsonObject { ["content"] = p });
        var call = Call(tool);
        call["index"] = 0;
        return [new JsonObject { ["tool_calls"] = new JsonArray(call) }];
    }

    private static StubEvent Chunk(StubRequest request, StubReply reply, JsonObject delta, string? finish)
    {
        var chunk = Head("chat.completion.chunk", request, reply);
        chunk["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish, ["logprobs"] = null });
        return StubEvent.Json(chunk);
    }

    private static StubEvent UsageChunk(StubRequest request, StubReply reply)
    {
        var chunk = Head("chat.completion.chunk", request, reply);
        chunk["choices"] = new JsonArray();
        chunk["usage"] = Usage(reply);
        return StubEvent.Json(chunk);
    }

    private static JsonObject Head(string kind, StubRequest request, StubReply reply) => new()
    {
        ["id"] = "chatcmpl-stub",
        ["object"] = kind,
        ["created"] = 1_767_225_600,
        ["model"] = reply.Model ?? request.Model,
        ["system_fingerprint"] = Fingerprint,
    };

    private static JsonObject Usage(StubReply reply) => new()
    {
        ["prompt_tokens"] = reply.InputTokens,
        ["completion_tokens"] = reply.OutputTokens,
        ["total_tokens"] = reply.InputTokens + reply.OutputTokens,
        ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = reply.CachedTokens },
        ["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = reply.ReasoningTokens },
    };
}

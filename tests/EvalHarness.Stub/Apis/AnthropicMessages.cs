using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace EvalHarness.Stub.Apis;

/// <summary>Anthropic's messages. Its counts are disjoint: <c>input_tokens</c> is what was neither read from the cache nor written to it.</summary>
internal sealed class AnthropicMessages : IStubApi
{
    public IReadOnlyList<string> Routes { get; } = ["/v1/messages"];

    public StubRequest Read(HttpRequest http, JsonObject body)
    {
        var system = StubJson.Content(body["system"]);
        IReadOnlyList<StubMessage> messages = system.Length == 0 ? body.Messages() : [new StubMessage("system", system), .. body.Messages()];
        return new StubRequest(http.Path, body.Text("model"), messages, body.Flag("stream"), body);
    }

    public async Task<StubReply> AnswerAsync(StubRequest request, StubAnswerer answerer, CancellationToken cancellationToken) =>
        (await answerer(request, cancellationToken)).Counted(request);

    public StubResponse Error(int status, string? message) => StubResponse.Json(
        new JsonObject
        {
            ["type"] = "error",
            ["error"] = new JsonObject { ["type"] = ErrorType(status), ["message"] = message ?? ErrorType(status) },
            ["request_id"] = "req_stub",
        },
        status);

    public StubResponse Write(StubRequest request, StubReply reply) =>
        request.Stream && !reply.IsUnstreamed ? StubResponse.Events(Events(request, reply)) : StubResponse.Json(Whole(request, reply));

    private static string ErrorType(int status) => status switch
    {
        401 => "authentication_error",
        403 => "permission_error",
        404 => "not_found_error",
        429 => "rate_limit_error",
        529 => "overloaded_error",
        >= 500 => "api_error",
        _ => "invalid_request_error",
    };

    private static JsonObject Whole(StubRequest request, StubReply reply)
    {
        var body = Head(request, reply);
        body["content"] = new JsonArray([.. Blocks(reply)]);
        body["stop_reason"] = StopReason(reply);
        body["usage"] = Usage(reply, reply.OutputTokens);
        return body;
    }

    private static IEnumerable<JsonNode> Blocks(StubReply reply)
    {
        if (reply.ToolCall is { } tool)
            yield return new JsonObject { ["type"] = "tool_use", ["id"] = "toolu_stub", ["name"] = tool, ["input"] = new JsonObject() };
        else if (!reply.IsEmpty && reply.Refusal is null)
            yield return new JsonObject { ["type"] = "text", ["text"] = reply.Text };
    }

    private static IEnumerable<StubEvent> Events(StubRequest request, StubReply reply)
    {
        var message = Head(request, reply);
        message["content"] = new JsonArray();
        message["stop_reason"] = null;
        message["usage"] = Usage(reply, 1);
        yield return Event("message_start", new JsonObject { ["message"] = message });
        foreach (var (index, block) in Blocks(reply).Index())
            foreach (var part in Block(index, block, reply))
                yield return part;
        yield return Event("message_delta", new JsonObject
        {
            ["delta"] = new JsonObject { ["stop_reason"] = StopReason(reply), ["stop_sequence"] = null },
            ["usage"] = new JsonObject { ["output_tokens"] = reply.OutputTokens },
        });
        yield return Event("message_stop", []);
    }

    private static IEnumerable<StubEvent> Block(int index, JsonNode block, StubReply reply)
    {
        var isText = reply.ToolCall is null;
        if (isText)
            block["text"] = "";
        yield return Event("content_block_start", new JsonObject { ["index"] = index, ["content_block"] = block });
        yield return Event("ping", []);
        foreach (var piece in isText ? StubJson.Pieces(reply.Text) : [])
            yield return Event("content_block_delta", new JsonObject { ["index"] = index, ["delta"] = new JsonObject { ["type"] = "text_delta", ["text"] = piece } });
        yield return Event("content_block_stop", new JsonObject { ["index"] = index });
    }

    private static StubEvent Event(string name, JsonObject data)
    {
        data["type"] = name;
        return StubEvent.Json(data, name);
    }

    private static JsonObject Head(StubRequest request, StubReply reply) => new()
    {
        ["id"] = "msg_stub",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = reply.Model ?? request.Model,
        ["stop_sequence"] = null,
    };

    private static string StopReason(StubReply reply) => reply switch
    {
        { Refusal: not null } or { FinishReason: "content_filter" } => "refusal",
        { FinishReason: "length" } => "max_tokens",
        { ToolCall: not null } => "tool_use",
        _ => "end_turn",
    };

    private static JsonObject Usage(StubReply reply, long? output) => new()
    {
        ["input_tokens"] = reply.InputTokens - reply.CachedTokens - reply.CacheWriteTokens,
        ["cache_read_input_tokens"] = reply.CachedTokens,
        ["cache_creation_input_tokens"] = reply.CacheWriteTokens,
        ["output_tokens"] = output,
    };
}

namespace EvalHarness.Tests.Providers.Models;

/// <summary>A response, word for word.</summary>
/// <param name="IsCut">The connection is reset after the body.</param>
internal sealed record WireReply(string Body, int Status = 200, string ContentType = "application/json", bool IsCut = false)
{
    private const string OpenAiUsage = """{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15}""";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static WireReply OpenAi(string message = """{"role":"assistant","content":"30 minutes"}""", string finishReason = "stop", string usage = OpenAiUsage) => new(
        $$"""{"id":"c1","object":"chat.completion","created":1,"model":"m1-2026","choices":[{"index":0,"message":{{message}},"finish_reason":"{{finishReason}}"}],"usage":{{usage}}}""");

    public static WireReply OpenAiStream(params IEnumerable<string> chunks) => Events(chunks.Select(c => $"data: {c}\n\n"));

    /// <summary>A piece of a stream.</summary>
    /// <param name="finishReason">JSON: <c>null</c> or a string in quotes.</param>
    public static string Chunk(string delta, string finishReason = "null", string usage = "null") =>
        $$"""{"id":"c1","object":"chat.completion.chunk","created":1,"model":"m1-2026","choices":[{"index":0,"delta":{{delta}},"finish_reason":{{finishReason}}}],"usage":{{usage}}}""";

    public static WireReply Anthropic(string content = """[{"type":"text","text":"30 minutes"}]""", string stopReason = "end_turn", string usage = """{"input_tokens":10,"output_tokens":7}""") => new(
        $$"""{"id":"msg","type":"message","role":"assistant","model":"claude-2026","content":{{content}},"stop_reason":"{{stopReason}}","stop_sequence":null,"usage":{{usage}}}""");

    public static WireReply AnthropicStream(params IEnumerable<(string Name, string Data)> events) => Events(events.Select(e => $"event: {e.Name}\ndata: {e.Data}\n\n"));

    private static WireReply Events(IEnumerable<string> events) => new(string.Concat(events), ContentType: "text/event-stream");
}

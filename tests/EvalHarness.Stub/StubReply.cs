namespace EvalHarness.Stub;

/// <summary>What the stub answers, and what it says it used.</summary>
public sealed record StubReply(string Text)
{
    /// <summary>All of the input, cached tokens included; about a quarter of its characters when absent.</summary>
    public long? InputTokens { get; init; }

    /// <summary>All of the output, reasoning included; about a quarter of its characters when absent.</summary>
    public long? OutputTokens { get; init; }

    public long CachedTokens { get; init; }

    public long CacheWriteTokens { get; init; }

    public long ReasoningTokens { get; init; }

    /// <summary>In OpenAI's words: <c>stop</c>, <c>length</c>, <c>content_filter</c>, <c>tool_calls</c>.</summary>
    public string FinishReason { get; init; } = "stop";

    /// <summary>The model that says it answered; absent: the one that was asked for.</summary>
    public string? Model { get; init; }

    /// <summary>What a service says it found.</summary>
    public IReadOnlyList<StubPassage> Passages { get; init; } = [];

    /// <summary>What the model says in place of an answer.</summary>
    public string? Refusal { get; init; }

    /// <summary>The tool it calls in place of an answer.</summary>
    public string? ToolCall { get; init; }

    /// <summary>A reply without any choice.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Sent whole, whatever was asked for.</summary>
    public bool IsUnstreamed { get; init; }

    /// <summary>Whether the reply says what it used.</summary>
    public bool SaysUsage { get; init; } = true;
}

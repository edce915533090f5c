using EvalHarness.Stub.Counts;

namespace EvalHarness.Stub.Faults;

/// <summary>Something that goes wrong with one request.</summary>
public abstract record Fault
{
    /// <summary>Answers the request, wrongly, and says how it ended.</summary>
    public abstract Task<StubOutcome> ApplyAsync(StubExchange exchange);

    public static Fault TooManyRequests(RetryAfter retryAfter) => new StatusFault(429) { RetryAfter = retryAfter };

    public static Fault Status(int status, string? message = null) => new StatusFault(status) { Message = message };

    /// <summary>The client is sent elsewhere, with its method and body.</summary>
    public static Fault Redirect(string location) => new StatusFault(307) { Location = location };

    /// <summary>The answer comes, but late.</summary>
    public static Fault Slow(TimeSpan wait) => new SlowFault(wait);

    /// <summary>Neither answer nor error, until the client leaves.</summary>
    public static Fault Hang { get; } = new HangFault();

    public static Fault ResetBeforeHeaders { get; } = new ResetBeforeHeadersFault();

    public static Fault ResetMidStream { get; } = new ResetMidStreamFault();

    /// <summary>Half of the bytes, ended as if they were all: JSON that does not close, a stream without its end.</summary>
    public static Fault Truncated { get; } = new BytesFault(r => r.Pieces.Count == 1
        ? r with { Pieces = [r.Pieces[0][..(r.Pieces[0].Length / 2)]] }
        : r with { Pieces = [.. r.Pieces.Take(r.Pieces.Count / 2)] });

    /// <summary>A proxy's page, with 200.</summary>
    public static Fault WrongContentType { get; } = new BytesFault(_ => StubResponse.Html("<!doctype html><title>Sign in</title><p>Please sign in to the network."));

    /// <summary>The whole answer as JSON, though a stream was asked for.</summary>
    public static Fault Unstreamed { get; } = new UnstreamedFault();

    /// <summary>Bytes in the answer that are no UTF-8.</summary>
    public static Fault InvalidUtf8 { get; } = new InvalidUtf8Fault();

    /// <summary>An answer of about that many characters.</summary>
    public static Fault Long(int characters = 1 << 20) => new ReplyFault(r => r with { Text = LongText(characters), OutputTokens = null });

    public static Fault Refusal { get; } = new ReplyFault(r => r with { Text = "", Refusal = "I cannot help with that." });

    public static Fault EmptyChoices { get; } = new ReplyFault(r => r with { IsEmpty = true });

    public static Fault ToolCall { get; } = new ReplyFault(r => r with { Text = "", ToolCall = "look_up", FinishReason = "tool_calls" });

    /// <summary>An answer that ends for another reason than that it is complete: <c>length</c>, <c>content_filter</c>.</summary>
    public static Fault Finish(string reason, string? text = null) => new ReplyFault(r => r with { FinishReason = reason, Text = text ?? r.Text });

    /// <summary>An answer that does not say what it used.</summary>
    public static Fault NoUsage { get; } = new ReplyFault(r => r with { SaysUsage = false });

    private static string LongText(int characters) => string.Concat(Enumerable.Repeat("A reset link is valid for 30 minutes. ", (characters / 38) + 1))[..characters];
}

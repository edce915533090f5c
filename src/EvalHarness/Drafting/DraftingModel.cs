using System.Collections.Concurrent;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using Microsoft.Extensions.AI;

namespace EvalHarness.Drafting;

/// <summary>The model that drafts and is probed: asks for JSON, and once more with what was wrong with it.</summary>
/// <remarks>What an endpoint throws after its own tries is thrown on: whoever drafts stops, and goes on later.</remarks>
/// <param name="options">How it is asked.</param>
public sealed class DraftingModel(IChatClient client, ModelOptions options)
{
    private const int MostOfAnUnreadableReply = 4_000;

    private static readonly ChatFinishReason Refused = new("refusal");

    private readonly ConcurrentQueue<ModelCall> calls = new();

    public string Name => options.Name ?? options.Checkpoint ?? "";

    /// <summary>Every call so far.</summary>
    public IReadOnlyList<ModelCall> Calls => [.. calls];

    /// <param name="instructions">The system message.</param>
    /// <returns>The reply; or what was wrong with the second one; or why there is none.</returns>
    internal async Task<(T? Reply, Refusal? Refusal)> AskAsync<T>(string instructions, string message, ReplyForm<T> form, CancellationToken cancellationToken)
        where T : class
    {
        List<ChatMessage> messages = [new(ChatRole.System, instructions), new(ChatRole.User, message)];
        var first = await CallAsync(messages, form.Schema, cancellationToken);
        if (NoReply(first) is { } none)
            return (null, none);
        var (reply, problem) = form.Read(first.Text);
        if (reply is not null)
            return (reply, null);

        messages.Add(new ChatMessage(ChatRole.Assistant, first.Text.Length > MostOfAnUnreadableReply ? first.Text[..MostOfAnUnreadableReply] : first.Text));
        messages.Add(new ChatMessage(ChatRole.User, $"That reply cannot be read: {problem}. Reply once more with one JSON object in the form that was asked for, and nothing else."));
        var second = await CallAsync(messages, form.Schema, cancellationToken);
        (reply, problem) = NoReply(second) is null ? form.Read(second.Text) : (null, NoReply(second)!.Detail);
        return reply is not null ? (reply, null) : (null, new Refusal(RefusalReason.Unreadable, $"asked twice: {JudgeText.Excerpt(problem!)}"));
    }

    private async Task<ChatResponse> CallAsync(List<ChatMessage> messages, string schema, CancellationToken cancellationToken)
    {
        CallLog log = new();
        try
        {
            var reply = await client.GetResponseAsync(messages, ChatRequestOptions.For(options, schema, log), cancellationToken);
            if (log.Calls.Count == 0)
                log.Add(new ModelCall { Kind = "chat", Endpoint = options.Endpoint ?? "", Model = options.PriceAs ?? Name, Usage = ChatUsage.Of(reply.Usage) });
            return reply;
        }
        finally
        {
            foreach (var call in log.Calls)
                calls.Enqueue(call);
        }
    }

    private static Refusal? NoReply(ChatResponse reply)
    {
        if (reply.FinishReason == Refused)
            return new Refusal(RefusalReason.NoReply, $"the model refused: {JudgeText.Excerpt(reply.Text)}");
        if (reply.FinishReason == ChatFinishReason.ContentFilter)
            return new Refusal(RefusalReason.NoReply, "the provider's content filter stopped the reply (content_filter)");
        return reply.FinishReason == ChatFinishReason.Length
            ? new Refusal(RefusalReason.NoReply, "the reply reached its limit of tokens (length): raise max_tokens; reasoning counts too")
            : null;
    }
}

using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Models;

/// <summary>Decides what a reply is: an answer, a refusal (which is an answer, and says so), or nothing that can be used.</summary>
internal static class ReplyReading
{
    public const string Refusal = "Refusal";

    private static readonly ChatFinishReason Refused = new("refusal");

    /// <exception cref="UnusableReplyException">There is no text, and a reason for it.</exception>
    public static ChatResponse Answer(ChatResponse reply)
    {
        if (!string.IsNullOrWhiteSpace(reply.Text))
            return reply;
        AIContent[] contents = [.. reply.Messages.SelectMany(m => m.Contents)];
        var refusal = string.Concat(contents.OfType<ErrorContent>().Where(e => e.ErrorCode == Refusal).Select(e => e.Message));
        if (refusal.Length > 0)
            return AsRefusal(reply, refusal);
        return Reason(reply, contents) is { } reason ? throw new UnusableReplyException(reason) : reply;
    }

    private static ChatResponse AsRefusal(ChatResponse reply, string refusal) => new(new ChatMessage(ChatRole.Assistant, refusal))
    {
        ModelId = reply.ModelId,
        Usage = reply.Usage,
        ResponseId = reply.ResponseId,
        CreatedAt = reply.CreatedAt,
        FinishReason = Refused,
    };

    private static string? Reason(ChatResponse reply, AIContent[] contents)
    {
        if (contents.OfType<ErrorContent>().FirstOrDefault() is { } error)
            return error.Message;
        if (contents.OfType<FunctionCallContent>().FirstOrDefault() is { } call)
            return $"the model called the tool '{call.Name}' in place of an answer, and no tool was offered";
        if (reply.FinishReason == ChatFinishReason.ContentFilter)
            return "the provider's content filter stopped the reply before any text (content_filter)";
        if (reply.FinishReason == ChatFinishReason.Length)
            return "the reply reached its limit of tokens before any text (length): raise max_tokens; reasoning counts too";
        return null;
    }
}

using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Models;

/// <summary>Reads a streamed reply to its end.</summary>
internal static class StreamedReply
{
    /// <param name="token">Called at each piece that holds text or reasoning.</param>
    /// <exception cref="HttpIOException">The stream ended before the reply did.</exception>
    /// <exception cref="UnusableReplyException">It came to its end, and nothing was in it.</exception>
    public static async Task<ChatResponse> ReadAsync(IAsyncEnumerable<ChatResponseUpdate> updates, Action token, CancellationToken cancellationToken)
    {
        List<ChatResponseUpdate> read = [];
        UsageContent? usage = null;
        await foreach (var update in updates.WithCancellation(cancellationToken))
        {
            if (update.Contents.Any(c => c is TextContent { Text.Length: > 0 } or TextReasoningContent { Text.Length: > 0 }))
                token();
            usage = update.Contents.OfType<UsageContent>().LastOrDefault() ?? usage;
            update.Contents = [.. update.Contents.Where(c => c is not UsageContent)];
            read.Add(update);
        }

        var reply = read.ToChatResponse();
        // Usage comes last: a stream that holds it alone is whole, and paid for.
        if (reply.FinishReason is null && usage is not null && read.TrueForAll(u => u.Contents.Count == 0 && u.Role is null))
            throw new UnusableReplyException("the reply holds no choice");
        if (reply.FinishReason is null)
            throw new HttpIOException(HttpRequestError.ResponseEnded, "the stream ended without a finish reason");
        // Some servers count up in every piece: the last count is the whole.
        reply.Usage = usage?.Details;
        return reply;
    }
}

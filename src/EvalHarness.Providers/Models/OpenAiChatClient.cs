using System.Runtime.CompilerServices;
using System.Text;
using EvalHarness.Pipelines.Chat;
using EvalHarness.Providers.Endpoints;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace EvalHarness.Providers.Models;

/// <summary>Sends what the model's options ask for beyond the SDK's properties, and says what the SDK leaves unsaid about odd replies.</summary>
internal sealed class OpenAiChatClient(IChatClient inner, ModelOptions model) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GetResponseAsync(messages, options.ForOpenAi(model), cancellationToken);
        }
        catch (UnusableReplyException exception)
        {
            return Error(exception.Message);
        }
        catch (ArgumentOutOfRangeException exception) when (exception.ActualValue is string reason)
        {
            return Error(Unknown(reason));
        }
        catch (InvalidOperationException exception) when (exception.InnerException is DecoderFallbackException)
        {
            throw NotUtf8(exception);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = base.GetStreamingResponseAsync(messages, options.ForOpenAi(model), cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync(updates))
            yield return Complete(updates.Current);
    }

    private static async Task<bool> MoveNextAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (ArgumentOutOfRangeException exception) when (exception.ActualValue is string reason)
        {
            throw new UnusableReplyException(Unknown(reason));
        }
        catch (InvalidOperationException exception) when (exception.InnerException is DecoderFallbackException)
        {
            throw NotUtf8(exception);
        }
    }

    // Neither a refusal nor an error that comes in a stream is in the update itself.
    private static ChatResponseUpdate Complete(ChatResponseUpdate update)
    {
        if (update.RawRepresentation is not StreamingChatCompletionUpdate raw)
            return update;
        if (raw.Patch.Contains("$.error"u8))
            throw new HttpIOException(HttpRequestError.ResponseEnded, $"the stream broke off with an error: {Encoding.UTF8.GetString(raw.Patch.GetJson("$.error"u8))}");
        if (raw.RefusalUpdate is { Length: > 0 } refusal)
            update.Contents.Add(new ErrorContent(refusal) { ErrorCode = ReplyReading.Refusal });
        return update;
    }

    private static ChatResponse Error(string message) => new(new ChatMessage(ChatRole.Assistant, [new ErrorContent(message)]));

    private static EndpointException NotUtf8(Exception inner) =>
        new("the reply holds bytes that are not UTF-8", "unreadable", "the reply holds bytes that are not UTF-8", inner);

    private static string Unknown(string finishReason) => $"the reply ended for a reason that the OpenAI protocol does not know: '{finishReason}'";
}

using System.Runtime.CompilerServices;
using Anthropic.Exceptions;
using EvalHarness.Pipelines.Chat;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Models;

/// <summary>Sends what the model's options ask for, and says in terms that all protocols share how a reply broke off.</summary>
internal sealed class AnthropicChatClient(IChatClient inner, ModelOptions model) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GetResponseAsync(messages.Marked(), options.ForAnthropic(model), cancellationToken);
        }
        catch (AnthropicInvalidDataException exception)
        {
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, [new ErrorContent($"the reply is not of the Messages form: {exception.Message}")]));
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = base.GetStreamingResponseAsync(messages.Marked(), options.ForAnthropic(model), cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync(updates))
            yield return updates.Current;
    }

    private static async Task<bool> MoveNextAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (AnthropicSseException exception)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, $"the stream broke off with an error: {exception.Message}", exception);
        }
    }
}

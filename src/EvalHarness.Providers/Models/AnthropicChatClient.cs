using Anthropic.Exceptions;
using EvalHarness.Pipelines.Chat;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Models;

/// <summary>Sends what the model's options ask for, and says what the SDK leaves unsaid about a body that is no message.</summary>
internal sealed class AnthropicChatClient(IChatClient inner, ModelOptions model) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return (await base.GetResponseAsync(messages.Marked(), options.ForAnthropic(model), cancellationToken)).WithCacheHours();
        }
        catch (AnthropicInvalidDataException exception)
        {
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, [new ErrorContent($"the reply is not of the Messages form: {exception.Message}")]));
        }
    }

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetStreamingResponseAsync(messages.Marked(), options.ForAnthropic(model), cancellationToken).WithCacheHours();
}

using System.Runtime.CompilerServices;
using EvalHarness.Pipelines.Retrieval;
using Microsoft.Extensions.AI;

namespace EvalHarness.Embedded.Reading;

/// <summary>Serves a reader as a chat model.</summary>
/// <remarks>Usage counts what a chat model would be sent and return: the o200k tokens of the message texts and of the reply.</remarks>
internal sealed class ReaderChatClient(IReader reader, string model) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sent = messages.ToList();
        var reply = reader.Read(ReaderPrompt.From(sent)).ToJson();
        var (input, output) = (sent.Sum(m => O200k.Count(m.Text)), O200k.Count(reply));
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, reply))
        {
            ModelId = model,
            FinishReason = ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output },
        });
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}

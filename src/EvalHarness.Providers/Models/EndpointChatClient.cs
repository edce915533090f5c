using EvalHarness.Pipelines.Chat;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Providers.Endpoints;
using Microsoft.Extensions.AI;

namespace EvalHarness.Providers.Models;

/// <summary>Calls a chat model through its endpoint, and says what was used and when the first token came.</summary>
/// <remarks>A streamed reply is read to its end inside the call, so that a stream that breaks off is tried again.</remarks>
public sealed class EndpointChatClient(IChatClient inner, Endpoint endpoint, ModelOptions model) : DelegatingChatClient(inner)
{
    // What a reply may cost where nobody limits it, in tokens.
    private const int ExpectedReply = 256;

    /// <exception cref="UnusableReplyException">The model replied, but not with an answer.</exception>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatMessage[] asked = [.. messages];
        var sent = options?.Clone() ?? new ChatOptions();
        var log = CallLogOptions.TakeCallLog(sent.AdditionalProperties);
        var intent = new CallIntent("chat", model.PriceAs, Tokens(asked)) { Asked = model.Name };
        var reply = await endpoint.CallAsync(intent, log, (scope, token) => AskAsync(asked, sent, scope, token), cancellationToken);
        return ReplyReading.Answer(reply);
    }

    /// <summary>The whole reply in pieces: nobody calls a model past its endpoint.</summary>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    private async Task<ChatResponse> AskAsync(ChatMessage[] messages, ChatOptions options, CallScope scope, CancellationToken cancellationToken)
    {
        var reply = model.Stream
            ? await StreamedReply.ReadAsync(InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken), scope.Token, cancellationToken)
            : await InnerClient.GetResponseAsync(messages, options, cancellationToken);
        if (string.IsNullOrEmpty(reply.ModelId))
            reply.ModelId = model.Name;
        scope.Used(reply.ModelId, ChatUsage.Of(reply.Usage));
        return reply;
    }

    // Counting tokens takes time, and only a limit on them asks for it.
    private int Tokens(ChatMessage[] messages) => endpoint.Options.Limits.Tpm is null
        ? 0
        : messages.Sum(m => O200k.Count(m.Text)) + (model.MaxTokens ?? ExpectedReply);
}

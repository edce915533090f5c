using EvalHarness.Pipelines.Retrieval;
using Microsoft.Extensions.AI;

namespace EvalHarness.Pipelines.Chat;

/// <summary>A prompt and a model; with a retriever it is RAG, with a tuned model it is fine-tuned, with both hybrid.</summary>
public sealed class ChatPipeline(IChatClient model, ChatPrompt prompt, IRetriever? retriever, string? priceAs) : IPipeline
{
    public async Task<Answer> AnswerAsync(PipelineRequest request, StageClock clock, CancellationToken cancellationToken)
    {
        var retrieved = retriever is null ? null : await retriever.RetrieveAsync(request.Question, clock, cancellationToken);
        var messages = clock.Time(Stage.Prompt, () => prompt.Messages(request, retrieved?.Passages));
        var reply = await clock.TimeAsync(Stage.Generate, () => model.GetResponseAsync(messages, cancellationToken: cancellationToken));

        return new Answer
        {
            Text = reply.Text,
            Passages = retrieved?.Passages,
            Candidates = retrieved?.Candidates,
            Usage = Usage(reply.Usage),
            Model = priceAs ?? reply.ModelId,
        };
    }

    private static TokenUsage? Usage(UsageDetails? usage) =>
        usage is { InputTokenCount: { } input, OutputTokenCount: { } output }
            ? new TokenUsage(input, output) { CacheRead = usage.CachedInputTokenCount ?? 0, Reasoning = usage.ReasoningTokenCount ?? 0 }
            : null;
}

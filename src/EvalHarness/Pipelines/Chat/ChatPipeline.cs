using EvalHarness.Pipelines.Retrieval;
using Microsoft.Extensions.AI;

namespace EvalHarness.Pipelines.Chat;

/// <summary>A prompt and a model; with a retriever it is RAG, with a tuned model it is fine-tuned, with both hybrid.</summary>
/// <param name="options">How the model is asked.</param>
public sealed class ChatPipeline(IChatClient model, ModelOptions options, ChatPrompt prompt, IRetriever? retriever) : IPipeline
{
    public async Task<Answer> AnswerAsync(PipelineRequest request, StageClock clock, CancellationToken cancellationToken)
    {
        var retrieved = retriever is null ? null : await retriever.RetrieveAsync(request.Question, clock, cancellationToken);
        var messages = clock.Time(Stage.Prompt, () => prompt.Messages(request, retrieved?.Passages));
        var asked = ChatRequestOptions.For(options, request.ResponseSchema, clock.Calls);
        var reply = await clock.TimeAsync(Stage.Generate, () => model.GetResponseAsync(messages, asked, cancellationToken));

        return new Answer
        {
            Text = reply.Text,
            Passages = retrieved?.Passages,
            Candidates = retrieved?.Candidates,
            Usage = ChatUsage.Of(reply.Usage),
            FinishReason = reply.FinishReason?.Value,
            Model = options.PriceAs ?? reply.ModelId,
        };
    }
}

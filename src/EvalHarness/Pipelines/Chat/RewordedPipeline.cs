namespace EvalHarness.Pipelines.Chat;

/// <summary>Asks a pipeline the same question in other words; earlier turns of a conversation stay as they are.</summary>
internal sealed class RewordedPipeline(IPipeline pipeline, Rewording rewording) : IPipeline
{
    public Task<Answer> AnswerAsync(PipelineRequest request, StageClock clock, CancellationToken cancellationToken)
    {
        var question = rewording.Apply(request.Question);
        return pipeline.AnswerAsync(request with { Question = question, Messages = [.. request.Messages.SkipLast(1), request.Messages[^1] with { Content = question }] }, clock, cancellationToken);
    }
}

namespace EvalHarness.Pipelines;

/// <summary>A system under test: a question in, an answer out.</summary>
/// <remarks>Called from several threads at once. It may throw: the runner records the error and goes on.</remarks>
public interface IPipeline
{
    Task<Answer> AnswerAsync(PipelineRequest request, StageClock clock, CancellationToken cancellationToken);
}

using EvalHarness.Pipelines;

namespace EvalHarness.Runs;

/// <summary>Calls a pipeline once and makes a trace of whatever happens.</summary>
public sealed class PipelineCaller(IPermits permits, TimeSpan timeout, TimeProvider time)
{
    /// <remarks>Cancellation passes; everything else that a pipeline does wrong becomes a failed trace.</remarks>
    public async Task<Trace> CallAsync(WorkItem item, IPipeline pipeline, int attempt, CancellationToken cancellationToken)
    {
        var queued = time.GetTimestamp();
        using var permit = await permits.AcquireAsync(item.Pipeline, cancellationToken);
        var queueTime = time.GetElapsedTime(queued);
        var startedAt = time.GetUtcNow();
        var clock = new StageClock(time, item.Repeat);
        var (answer, error) = await AnswerAsync(item, pipeline, clock, cancellationToken);
        var elapsed = clock.Elapsed;

        return new Trace
        {
            WorkItem = item.Id,
            Pipeline = item.Pipeline,
            SampleId = item.SampleId,
            Repeat = item.Repeat,
            Attempt = attempt,
            StartedAt = startedAt,
            Answer = answer,
            Error = error,
            ServiceLatency = Recorded(answer) ?? elapsed - clock.Calls.Queued - clock.Calls.Lost + clock.Calls.Cached,
            FeltLatency = Recorded(answer) ?? elapsed - clock.Calls.Queued + clock.Calls.Cached,
            QueueTime = queueTime + clock.Calls.Queued,
            Calls = clock.Calls.Calls,
            Stages = clock.Stages,
        };
    }

    private static TimeSpan? Recorded(Answer? answer) => answer is { IsRecorded: true } ? answer.RecordedLatency ?? TimeSpan.Zero : null;

    private async Task<(Answer? Answer, TraceError? Error)> AnswerAsync(WorkItem item, IPipeline pipeline, StageClock clock, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            // A pipeline that never yields, or ignores its token, must not hold the run.
            var answer = await Task.Run(() => pipeline.AnswerAsync(item.Request, clock, either.Token), either.Token).WaitAsync(either.Token);
            return answer is null || string.IsNullOrWhiteSpace(answer.Text)
                ? (null, new TraceError("empty", "the pipeline returned nothing"))
                : (answer, null);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (null, new TraceError("timeout", FormattableString.Invariant($"no answer within {timeout.TotalSeconds:0.###} s")));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // A pipeline is foreign code: whatever it throws is its failure and must not end the run.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return (null, new TraceError("exception", $"{exception.GetType().Name}: {exception.Message}"));
        }
    }
}

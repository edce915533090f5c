using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Runs;

/// <summary>Calls a pipeline once and makes a trace of whatever happens.</summary>
public sealed class PipelineCaller(IPermits permits, TimeSpan timeout, TimeProvider time)
{
    // A pipeline that was told to end may still write down which tries it made.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    /// <remarks>Cancellation passes; everything else that a pipeline does wrong becomes a failed trace.</remarks>
    public async Task<PipelineCall> CallAsync(WorkAttempt attempt, IPipeline pipeline, CancellationToken cancellationToken)
    {
        var queued = time.GetTimestamp();
        using var permit = await permits.AcquireAsync(attempt.Item.Pipeline, cancellationToken);
        var queueTime = time.GetElapsedTime(queued);
        using var span = HarnessTelemetry.Source.StartActivity("sample");
        using var deadline = new SampleDeadline(timeout, time);
        var startedAt = time.GetUtcNow();
        var clock = new StageClock(time, attempt.Item.Repeat, deadline);
        var outcome = await AnswerAsync(attempt.Item, pipeline, clock, deadline, cancellationToken);
        var latency = CallLatency.Of(outcome.Elapsed, clock.Calls.Calls, outcome.Error?.Kind == TraceError.Timeout ? timeout : null);

        var trace = new Trace
        {
            WorkItem = attempt.Item.Id,
            Pipeline = attempt.Item.Pipeline,
            SampleId = attempt.Item.SampleId,
            Repeat = attempt.Item.Repeat,
            Attempt = attempt.Number,
            StartedAt = startedAt,
            IntendedAt = attempt.IntendedAt,
            Answer = outcome.Answer,
            Error = outcome.Error,
            ServiceLatency = Recorded(outcome.Answer) ?? latency.Service,
            FeltLatency = Recorded(outcome.Answer) ?? (latency.Felt + Late(startedAt, attempt.IntendedAt)),
            QueueTime = queueTime + latency.Queued,
            Calls = clock.Calls.Calls,
            Stages = clock.Stages,
            TraceParent = span?.Id,
        };
        HarnessTelemetry.Ended(span, trace);
        return new PipelineCall(trace, outcome.Stopped);
    }

    private static TimeSpan? Recorded(Answer? answer) => answer is { IsRecorded: true } ? answer.RecordedLatency ?? TimeSpan.Zero : null;

    private async Task<Outcome> AnswerAsync(WorkItem item, IPipeline pipeline, StageClock clock, SampleDeadline deadline, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        // A pipeline that never yields, or ignores its token, must not hold the run.
        var answering = Task.Run(() => pipeline.AnswerAsync(item.Request, clock, either.Token), either.Token);
        try
        {
            var answer = await answering.WaitAsync(either.Token);
            return string.IsNullOrWhiteSpace(answer?.Text)
                ? new Outcome(clock.Elapsed, Error: new TraceError("empty", "the pipeline returned nothing"))
                : new Outcome(clock.Elapsed, answer);
        }
        catch (OperationCanceledException) when (deadline.IsOver && !cancellationToken.IsCancellationRequested)
        {
            var elapsed = clock.Elapsed;
            await Task.WhenAny(answering, Task.Delay(LastWords, time, cancellationToken));
            return new Outcome(elapsed, Error: new TraceError(TraceError.Timeout, FormattableString.Invariant($"no answer within {deadline.Limit.TotalSeconds:0.###} s")));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // A pipeline is foreign code: whatever it throws is its failure and must not end the run.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Failed(clock.Elapsed, exception);
        }
    }

    private static Outcome Failed(TimeSpan elapsed, Exception exception)
    {
        if (exception.First<EndpointStoppedException>() is { } stopped)
            return new Outcome(elapsed, Error: new TraceError(TraceError.Endpoint, stopped.Message), Stopped: stopped);
        // How long the look-up took is nobody's latency.
        if (exception.First<NotRecordedException>() is { } missing)
            return new Outcome(TimeSpan.Zero, Error: new TraceError(TraceError.Recorded, missing.Message));
        return exception.First<IEndpointFailure>() is { } failure
            ? new Outcome(elapsed, Error: new TraceError(TraceError.Endpoint, failure.Message))
            : new Outcome(elapsed, Error: new TraceError("exception", $"{exception.GetType().Name}: {exception.Message}"));
    }

    // Clocks of a machine may be set while it runs: nothing begins before it should.
    private static TimeSpan Late(DateTimeOffset startedAt, DateTimeOffset? intendedAt) =>
        startedAt - intendedAt is { } late && late > TimeSpan.Zero ? late : TimeSpan.Zero;

    private sealed record Outcome(TimeSpan Elapsed, Answer? Answer = null, TraceError? Error = null, EndpointStoppedException? Stopped = null);
}

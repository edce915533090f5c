using System.Globalization;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints.Limits;
using Polly;
using Polly.Timeout;

namespace EvalHarness.Providers.Endpoints;

/// <summary>One try: waits until it may begin, makes it, understands how it ended, writes it down and tells the limits.</summary>
/// <remarks>Between retry and timeout: the permit is held for the try alone, not for back-off, and waiting for it is on no time limit.</remarks>
internal sealed class TryStrategy(Admission admission, Breaker breaker, FailureReader failures, TryOptions options) : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        var record = context.Properties.GetValue(CallRecord.Key, null!);
        var admitted = await AdmitAsync(record, context.CancellationToken);
        try
        {
            breaker.Check(record.Intent);
            record.Begin();
            var outcome = await callback(context, state);
            Conclude(record, admitted, outcome.Exception, context.CancellationToken);
            return outcome;
        }
        finally
        {
            admission.Leave();
        }
    }

    private async Task<Admitted> AdmitAsync(CallRecord record, CancellationToken cancellationToken)
    {
        breaker.Check(record.Intent);
        var queuedSince = record.Queue();
        using var waiting = record.Log?.Wait();
        try
        {
            return await admission.EnterAsync(record.Intent.Tokens, cancellationToken);
        }
        finally
        {
            record.Leave(queuedSince);
        }
    }

    private void Conclude(CallRecord record, Admitted admitted, Exception? exception, CancellationToken cancellationToken)
    {
        if (exception is null)
            Succeed(record, admitted);
        else if (cancellationToken.IsCancellationRequested)
            record.End("cancelled", "the caller gave up", failure: null);
        else
            Fail(record, admitted, exception);
    }

    private void Succeed(CallRecord record, Admitted admitted)
    {
        record.End("ok", reason: null, failure: null);
        breaker.Succeeded(record.Intent);
        admission.Succeeded(admitted);
        if (record.Scope?.Usage is { } usage)
            admission.Used(record.Intent.Tokens, usage.Input + usage.Output);
    }

    private void Fail(CallRecord record, Admitted admitted, Exception exception)
    {
        var failure = TimedOut(exception) ?? failures.Read(exception);
        if (failure is null)
            record.End("unreadable", failures.Line(exception), failure: null);
        else
            record.End(failure.Status, failure.Reason, failure);
        // Before the permit is free: who waits for it must not try in vain. What is tried again counts when no try is left.
        if (failure is { IsRetried: false })
            breaker.Failed(failure, record.Intent);
        if (failure is { IsRefusal: true })
            admission.Refused(admitted, failure, TimeSpan.FromSeconds(options.LongestWaitSeconds));
    }

    // An SDK with a timeout of its own cancels too, and the caller did not.
    private static Failure? TimedOut(Exception exception) => exception switch
    {
        TimeoutRejectedException timeout => new Failure("timeout", string.Create(CultureInfo.InvariantCulture, $"no reply within {timeout.Timeout.TotalSeconds:0.###} s")) { IsRetried = true },
        OperationCanceledException or TimeoutException => new Failure("timeout", "the provider's client gave up") { IsRetried = true },
        _ => null,
    };
}

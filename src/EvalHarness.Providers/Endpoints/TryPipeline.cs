using EvalHarness.Pipelines.Endpoints;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace EvalHarness.Providers.Endpoints;

/// <summary>Builds what every call of an endpoint goes through: retry, then permit and record, then the time limit of a try.</summary>
internal static class TryPipeline
{
    // Polly takes no less.
    private static readonly TimeSpan ShortestTry = TimeSpan.FromMilliseconds(10);

    public static ResiliencePipeline Build(TryOptions options, BackOff backOff, TryStrategy tries, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.Count > 1)
            builder.AddRetry(Retry(options, backOff));
        return builder.AddStrategy(_ => tries, new TryStrategyOptions()).AddTimeout(TryTime(options)).Build();
    }

    private static RetryStrategyOptions Retry(TryOptions options, BackOff backOff) => new()
    {
        MaxRetryAttempts = options.Count - 1,
        ShouldHandle = arguments => ValueTask.FromResult(
            // A stopped endpoint is no failed try: the record still holds the failure before it.
            arguments.Outcome.Exception is not null and not EndpointStoppedException
            && !arguments.Context.CancellationToken.IsCancellationRequested
            && IsTriedAgain(Record(arguments.Context), options, backOff)),
        DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(Record(arguments.Context).NextWait),
    };

    private static bool IsTriedAgain(CallRecord record, TryOptions options, BackOff backOff)
    {
        if (record.Failure is not { IsRetried: true } failure || record.Count >= options.Count)
            return false;
        record.NextWait = backOff.After(record.Count, failure.RetryAfter);
        return record.Spent + record.NextWait < TimeSpan.FromSeconds(options.TotalSeconds);
    }

    private static TimeoutStrategyOptions TryTime(TryOptions options) => new()
    {
        TimeoutGenerator = arguments =>
        {
            var left = TimeSpan.FromSeconds(options.TotalSeconds) - Record(arguments.Context).Spent;
            var limit = TimeSpan.FromSeconds(options.TrySeconds);
            var shorter = left < limit ? left : limit;
            return ValueTask.FromResult(shorter < ShortestTry ? ShortestTry : shorter);
        },
    };

    private static CallRecord Record(ResilienceContext context) => context.Properties.GetValue(CallRecord.Key, null!);

    private sealed class TryStrategyOptions : ResilienceStrategyOptions;
}

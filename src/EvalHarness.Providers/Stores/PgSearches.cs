using EvalHarness.Inputs;
using EvalHarness.Pipelines.Endpoints;
using Npgsql;
using Polly;
using Polly.Retry;

namespace EvalHarness.Providers.Stores;

/// <summary>Searches of one database, whoever makes them: a connection that fails is tried again, and after three failures in a row nobody searches any more.</summary>
internal sealed class PgSearches
{
    private const int MostFailures = 3;

    private readonly string where;
    private readonly ResiliencePipeline tries;
    private readonly Lock gate = new();
    private int inARow;
    private string? stopped;

    /// <param name="where">The store as messages name it.</param>
    public PgSearches(string where, TimeProvider time)
    {
        this.where = where;
        // A server that starts again takes a few seconds.
        tries = new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 3,
            Delay = TimeSpan.FromSeconds(0.5),
            BackoffType = DelayBackoffType.Exponential,
            ShouldHandle = new PredicateBuilder().Handle<NpgsqlException>(e => e.IsTransient),
        }).Build();
    }

    /// <exception cref="StoreException">No try is left, or none would help.</exception>
    /// <exception cref="EndpointStoppedException">Searches failed too often in a row.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> search, CancellationToken cancellationToken)
    {
        ThrowIfStopped();
        try
        {
            var found = await tries.ExecuteAsync(async token => await search(token), cancellationToken);
            Succeeded();
            return found;
        }
        catch (NpgsqlException exception)
        {
            var problem = PgProblem.Of(where, exception);
            Failed(problem);
            ThrowIfStopped();
            throw new StoreException($"{where}: {problem.Found}. {problem.Mend}", problem.Mend, exception);
        }
    }

    private void ThrowIfStopped()
    {
        lock (gate)
            if (stopped is { } reason)
                throw new EndpointStoppedException(where, reason);
    }

    private void Succeeded()
    {
        lock (gate)
            inARow = 0;
    }

    private void Failed(InputProblem problem)
    {
        lock (gate)
            if (++inARow >= MostFailures)
                stopped ??= FormattableString.Invariant($"{problem.Found}; {inARow} searches in a row. {problem.Mend}");
    }
}

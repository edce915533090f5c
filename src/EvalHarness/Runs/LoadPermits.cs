namespace EvalHarness.Runs;

/// <summary>So many at once, but for those that something else holds back: their endpoint, or a schedule of arrivals.</summary>
/// <param name="places">How many at once.</param>
/// <param name="isFree">Told a pipeline's name: whether it needs no place.</param>
/// <param name="stop">Ends the waiting: what has not begun then never does.</param>
internal sealed class LoadPermits(int places, Func<string, bool> isFree, CancellationToken stop) : IPermits, IDisposable
{
    private readonly ConcurrencyPermits counted = new(places);

    public async ValueTask<IDisposable> AcquireAsync(string resource, CancellationToken cancellationToken)
    {
        if (isFree(resource))
            return FreePermit.Instance;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop);
        return await counted.AcquireAsync(resource, either.Token);
    }

    public void Dispose() => counted.Dispose();

    private sealed class FreePermit : IDisposable
    {
        public static FreePermit Instance { get; } = new();

        public void Dispose()
        {
        }
    }
}

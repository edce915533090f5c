namespace EvalHarness.Runs;

/// <summary>At most so many calls at once, whatever is called.</summary>
public sealed class ConcurrencyPermits(int concurrency) : IPermits, IDisposable
{
    private readonly SemaphoreSlim places = new(concurrency);

    public async ValueTask<IDisposable> AcquireAsync(string resource, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        return new Permit(places);
    }

    public void Dispose() => places.Dispose();

    private sealed class Permit(SemaphoreSlim places) : IDisposable
    {
        private int released;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref released, 1) == 0)
                places.Release();
        }
    }
}

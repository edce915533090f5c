namespace EvalHarness.Providers.Caching;

/// <summary>A cached reply, or the duty to make it. Disposed without one, whoever waits makes the call.</summary>
/// <param name="found">The reply as it was kept.</param>
/// <param name="land">Told the reply that was made, or nothing, once.</param>
public sealed class CacheFlight(string? found, Action<string?> land) : IDisposable
{
    private int landed;

    public string? Found => found;

    /// <summary>Only a successful reply is kept.</summary>
    public void Keep(string reply) => Land(reply);

    public void Dispose() => Land(null);

    private void Land(string? reply)
    {
        if (Interlocked.Exchange(ref landed, 1) == 0)
            land(reply);
    }
}

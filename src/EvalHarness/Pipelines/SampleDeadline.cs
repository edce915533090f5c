namespace EvalHarness.Pipelines;

/// <summary>What a pipeline may take for one sample. It stands still while a call waits for the harness's own limits: their queue is not the pipeline's fault.</summary>
public sealed class SampleDeadline : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource source;
    private readonly TimeProvider time;
    private TimeSpan left;
    private long running;
    private int waiting;
    private bool disposed;

    public SampleDeadline(TimeSpan limit, TimeProvider time)
    {
        this.time = time;
        Limit = limit;
        left = limit;
        running = time.GetTimestamp();
        source = new CancellationTokenSource(limit, time);
    }

    public TimeSpan Limit { get; }

    /// <summary>Cancelled when the time is over.</summary>
    public CancellationToken Token => source.Token;

    public bool IsOver => source.IsCancellationRequested;

    /// <summary>Waiting begins; several calls may wait at once.</summary>
    public void Pause()
    {
        lock (gate)
        {
            if (waiting++ > 0 || disposed)
                return;
            left -= time.GetElapsedTime(running);
            source.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Waiting has ended; the last to say so lets the time run on.</summary>
    public void Resume()
    {
        lock (gate)
        {
            if (--waiting > 0 || disposed)
                return;
            running = time.GetTimestamp();
            source.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    public void Dispose()
    {
        lock (gate)
            disposed = true;
        source.Dispose();
    }
}

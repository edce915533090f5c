using System.Collections.Concurrent;

namespace EvalHarness.Runs;

/// <summary>What has stopped a replay so far: new work asks it before it begins; work in flight is not touched.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly ConcurrentDictionary<string, RunStop> stops = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource whole = new();

    /// <summary>Cancelled when the whole run is stopped.</summary>
    public CancellationToken Token => whole.Token;

    /// <summary>The first of each pipeline, and the first of the run.</summary>
    public IReadOnlyList<RunStop> Stops => [.. stops.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value)];

    public bool Includes(string pipeline) => whole.IsCancellationRequested || stops.ContainsKey(pipeline);

    public void Stop(RunStop stop)
    {
        stops.TryAdd(stop.Pipeline ?? "", stop);
        if (stop.Pipeline is null)
            whole.Cancel();
    }

    public void Dispose() => whole.Dispose();
}

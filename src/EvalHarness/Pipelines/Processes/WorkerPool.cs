using EvalHarness.Inputs;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Pipelines.Processes;

/// <summary>The programs of one pipeline: started when they are first needed, started again when they end.</summary>
/// <param name="name">The pipeline's, for messages.</param>
/// <param name="patience">How long a program may take to say that it is ready.</param>
/// <param name="say">Told what is waited for when that takes long.</param>
internal sealed class WorkerPool(string name, ProgramCommand command, int workers, TimeSpan patience, Excerpt excerpt, TimeProvider time, Action<string>? say = null) : IDisposable
{
    private const int MaxFailedStarts = 3;

    // A start that takes longer is told of.
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim free = new(workers, workers);
    private readonly Lock gate = new();
    private readonly Stack<Worker> idle = [];
    private readonly HashSet<Worker> alive = [];
    private int failedStarts;
    private string? stopped;
    private bool wasReady;
    private bool isClosed;

    /// <summary>A program that is ready and nobody else's; give it back or drop it.</summary>
    /// <exception cref="ProcessFailedException">It did not start, or did not say in time that it is ready.</exception>
    /// <exception cref="EndpointStoppedException">It failed to start three times in a row, or the first one never said that it is ready.</exception>
    public async Task<Worker> TakeAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        Worker? taken = null;
        try
        {
            return taken = Idle() ?? await StartAsync(cancellationToken);
        }
        finally
        {
            if (taken is null)
                free.Release();
        }
    }

    public void Return(Worker worker)
    {
        lock (gate)
            idle.Push(worker);
        free.Release();
    }

    /// <summary>Ends a program that died, hangs, or broke the protocol.</summary>
    public void Drop(Worker worker)
    {
        End(worker);
        free.Release();
    }

    public void Dispose()
    {
        List<Worker> all;
        lock (gate)
        {
            isClosed = true;
            idle.Clear();
            all = [.. alive];
        }

        all.ForEach(End);
    }

    private Worker? Idle()
    {
        while (true)
        {
            Worker? worker;
            lock (gate)
            {
                if (!idle.TryPop(out worker))
                    return null;
            }

            if (worker.IsRunning)
                return worker;
            End(worker);
        }
    }

    private async Task<Worker> StartAsync(CancellationToken cancellationToken)
    {
        if (stopped is not null)
            throw new EndpointStoppedException(name, stopped);
        try
        {
            var worker = await ReadyAsync(cancellationToken);
            (failedStarts, wasReady) = (0, true);
            return worker;
        }
        // Waiting as long again for the same silence would only cost time.
        catch (ProcessSilentException exception) when (!wasReady)
        {
            stopped = exception.Message;
            throw new EndpointStoppedException(name, stopped);
        }
        catch (ProcessFailedException exception)
        {
            if (Interlocked.Increment(ref failedStarts) < MaxFailedStarts)
                throw;
            stopped = $"its program failed to start {MaxFailedStarts} times in a row: {exception.Message}";
            throw new EndpointStoppedException(name, stopped);
        }
    }

    private async Task<Worker> ReadyAsync(CancellationToken cancellationToken)
    {
        var worker = Begin();
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var isReady = false;
        try
        {
            var line = await ReadyLineAsync(worker, either.Token);
            isReady = ReadyLine.Is(line);
            return isReady ? worker : throw new ProcessFailedException($"the program's first line is not {ReadyLine.Expected}, but: {excerpt.Start(line)}{worker.LastWords}");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ProcessSilentException(FormattableString.Invariant($"the program was not ready within {patience.TotalSeconds:0.###} s (start_seconds){worker.LastWords}"));
        }
        finally
        {
            if (!isReady)
                End(worker);
        }
    }

    private async Task<string> ReadyLineAsync(Worker worker, CancellationToken cancellationToken)
    {
        var reading = worker.ReadAsync("before it was ready", cancellationToken);
        if (await Task.WhenAny(reading, Task.Delay(Noticed, time, cancellationToken)) != reading && !cancellationToken.IsCancellationRequested)
            say?.Invoke(FormattableString.Invariant($"waiting for the program of {name} to write its ready line, at most {patience.TotalSeconds:0.###} s (start_seconds) …"));
        return await reading;
    }

    private Worker Begin()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            var worker = Worker.Start(command, excerpt, time);
            alive.Add(worker);
            return worker;
        }
    }

    private void End(Worker worker)
    {
        lock (gate)
            alive.Remove(worker);
        worker.Dispose();
    }
}

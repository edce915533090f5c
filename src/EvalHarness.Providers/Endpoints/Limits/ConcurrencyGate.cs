namespace EvalHarness.Providers.Endpoints.Limits;

/// <summary>Lets so many in at once, first come first served; how many can change at any time.</summary>
internal sealed class ConcurrencyGate(int limit)
{
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource> waiting = new();
    private int limit = limit;
    private int inside;

    public int Inside
    {
        get
        {
            lock (gate)
                return inside;
        }
    }

    /// <exception cref="OperationCanceledException">The wait was given up; nothing is held.</exception>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.Enqueue(turn);
            LetIn();
        }

        try
        {
            await turn.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Its turn may have come at the same moment.
            if (!turn.TrySetCanceled(CancellationToken.None))
                Leave();
            throw;
        }
    }

    public void Leave()
    {
        lock (gate)
        {
            inside--;
            LetIn();
        }
    }

    public void Resize(int to)
    {
        lock (gate)
        {
            limit = to;
            LetIn();
        }
    }

    private void LetIn()
    {
        while (inside < limit && waiting.TryDequeue(out var turn))
            if (turn.TrySetResult())
                inside++;
    }
}

using EvalHarness.Inputs;

namespace EvalHarness.Evaluators.Plugins;

/// <summary>Calls a plug-in within a time limit, each time on a thread of its own: what hangs there keeps no thread of the harness.</summary>
/// <remarks>A thread that hangs cannot be ended from outside. It is left behind, and after a few of them the plug-in is not called any more.</remarks>
internal sealed class PluginCalls(TimeSpan patience, TimeProvider time)
{
    private const int MostHanging = 3;

    private static readonly Excerpt Shown = new([]);

    private int hanging;

    public T Call<T>(Func<T> call) => CallAsync(_ => ValueTask.FromResult(call()), CancellationToken.None).GetAwaiter().GetResult();

    /// <param name="call">Is told by its token when nobody waits any more.</param>
    /// <exception cref="PluginFailedException">It threw, took too long, or hangs in several calls already.</exception>
    public async Task<T> CallAsync<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref hanging) >= MostHanging)
            throw new PluginFailedException($"hangs in {MostHanging} calls already and is not called any more");
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = Task.Factory.StartNew(() => call(source.Token).AsTask(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        await ((Task)work).WaitAsync(patience, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (work.IsCompleted)
        {
            source.Dispose();
            return await ResultAsync(work, cancellationToken);
        }

        Leave(work, source);
        cancellationToken.ThrowIfCancellationRequested();
        throw new PluginFailedException(FormattableString.Invariant($"took longer than {patience.TotalSeconds:0.###} s (timeout_seconds)"));
    }

    private void Leave(Task work, CancellationTokenSource source)
    {
        Interlocked.Increment(ref hanging);
        // Nobody waits for what the plug-in does on being told: that may hang too.
        _ = source.CancelAsync();
        _ = work.ContinueWith(
            ended =>
            {
                _ = ended.Exception;
                Interlocked.Decrement(ref hanging);
                source.Dispose();
            },
            TaskScheduler.Default);
    }

    private static async Task<T> ResultAsync<T>(Task<T> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (PluginFailedException)
        {
            throw;
        }
#pragma warning disable CA1031 // Code of somebody else's may throw anything: it is their row's misfortune, not the run's.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw new PluginFailedException($"threw {exception.GetType().Name}: {Shown.Start(exception.Message)}", exception);
        }
    }
}

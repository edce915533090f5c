using System.Text;
using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Schemas;

namespace EvalHarness.Pipelines.Processes;

/// <summary>One line to a program and one back: asked once more of a fresh one when the program ends under it.</summary>
internal sealed class ProgramExchange(WorkerPool pool, Excerpt excerpt, TimeProvider time)
{
    private readonly List<Try> tries = [];

    /// <summary>How long a reply may take once a program is free; absent: as long as the caller waits.</summary>
    public TimeSpan? Patience { get; init; }

    public IReadOnlyList<Try> Tries => tries;

    /// <summary>Waiting for a program to be free, or ready.</summary>
    public TimeSpan Queued { get; private set; }

    /// <param name="id">The one that the line has, and that the reply must have.</param>
    /// <exception cref="ProcessFailedException">There is no reply, or it is none to this line.</exception>
    /// <exception cref="EndpointStoppedException">The program cannot be started: nobody need ask again.</exception>
    public async Task<JsonElement> AskAsync(string id, string line, CancellationToken cancellationToken)
    {
        try
        {
            return await TryAsync(id, line, cancellationToken);
        }
        // A program that ends before it is ready was never asked.
        catch (ProcessEndedException) when (tries.Count > 0)
        {
            return await TryAsync(id, line, cancellationToken);
        }
    }

    private async Task<JsonElement> TryAsync(string id, string line, CancellationToken cancellationToken)
    {
        var worker = await TakeAsync(cancellationToken);
        var (startedAt, started, status) = (time.GetUtcNow(), time.GetTimestamp(), "timeout");
        string? reason = "no reply before the harness stopped waiting";
        try
        {
            var reply = await ReplyAsync(worker, id, line, cancellationToken);
            (status, reason) = ("ok", null);
            return reply;
        }
        catch (ProcessFailedException exception)
        {
            (status, reason) = (exception is ProcessEndedException ? "reset" : "unreadable", exception.Message);
            throw;
        }
        finally
        {
            tries.Add(new Try(startedAt, TimeSpan.Zero, time.GetElapsedTime(started), status, reason));
            if (reason is null)
                pool.Return(worker);
            else
                pool.Drop(worker);
        }
    }

    private async Task<Worker> TakeAsync(CancellationToken cancellationToken)
    {
        var from = time.GetTimestamp();
        var worker = await pool.TakeAsync(cancellationToken);
        Queued += time.GetElapsedTime(from);
        return worker;
    }

    private async Task<JsonElement> ReplyAsync(Worker worker, string id, string line, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience ?? Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await worker.WriteAsync(line, either.Token);
            return Read(await worker.ReadAsync("before it answered", either.Token), id, worker);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ProcessFailedException(FormattableString.Invariant($"the program took longer than {Patience!.Value.TotalSeconds:0.###} s (timeout_seconds){worker.LastWords}"));
        }
    }

    // A program that is out of step would answer every later question with the answer of another.
    private JsonElement Read(string line, string id, Worker worker)
    {
        if (JsonEscapes.HasLoneSurrogate(Encoding.UTF8.GetBytes(line)))
            throw new ProcessFailedException($"the program wrote half a character pair, which no text can hold: {excerpt.Start(line)}{worker.LastWords}");
        try
        {
            var reply = JsonElement.Parse(line);
            return reply.ValueKind == JsonValueKind.Object && reply.TryGetProperty("id", out var said) && said.ValueKind == JsonValueKind.String && said.ValueEquals(id)
                ? reply
                : throw new ProcessFailedException($"the program's reply does not have the id \"{id}\" of its question: {excerpt.Start(line)}{worker.LastWords}");
        }
        catch (JsonException)
        {
            throw new ProcessFailedException($"the program wrote a line that is not JSON: {excerpt.Start(line)}{worker.LastWords}");
        }
    }
}

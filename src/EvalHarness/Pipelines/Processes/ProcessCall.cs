using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Pipelines.Processes;

/// <summary>One question to a program: asked once more of a fresh one when the program ends under it, and written into the log of calls.</summary>
internal sealed class ProcessCall(string name, string? priceAs, WorkerPool pool, Excerpt excerpt, TimeProvider time)
{
    private readonly List<Try> tries = [];
    private TimeSpan queued;

    /// <exception cref="ProcessFailedException">There is no answer.</exception>
    public async Task<ProcessReply> AskAsync(string id, string line, CallLog log, CancellationToken cancellationToken)
    {
        ProcessReply? reply = null;
        try
        {
            reply = ProcessReply.Read(await TryTwiceAsync(id, line, cancellationToken), excerpt);
            return reply.Error is { } error ? throw new ProcessFailedException($"the program says: {excerpt.Start(error)}") : reply;
        }
        finally
        {
            Record(log, reply);
        }
    }

    private async Task<JsonElement> TryTwiceAsync(string id, string line, CancellationToken cancellationToken)
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
            await worker.WriteAsync(line, cancellationToken);
            var reply = Read(await worker.ReadAsync("before it answered", cancellationToken), id, worker);
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
        queued += time.GetElapsedTime(from);
        return worker;
    }

    // A program that is out of step would answer every later question with the answer of another.
    private JsonElement Read(string line, string id, Worker worker)
    {
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

    private void Record(CallLog log, ProcessReply? reply)
    {
        if (tries.Count == 0)
            return;
        log.Add(new ModelCall
        {
            Kind = "service",
            Endpoint = name,
            Model = priceAs ?? reply?.Model,
            Usage = reply?.Usage,
            Queued = queued,
            ServiceTime = tries[^1].Duration,
            LostTime = tries.SkipLast(1).Aggregate(TimeSpan.Zero, (sum, t) => sum + t.Duration),
            Tries = [.. tries],
        });
    }
}

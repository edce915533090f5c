using EvalHarness.Inputs;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Pipelines.Processes;

/// <summary>One question to a program, written into the log of calls.</summary>
internal sealed class ProcessCall(string name, string? priceAs, WorkerPool pool, Excerpt excerpt, TimeProvider time)
{
    private readonly ProgramExchange exchange = new(pool, excerpt, time);

    /// <exception cref="ProcessFailedException">There is no answer.</exception>
    public async Task<ProcessReply> AskAsync(string id, string line, CallLog log, CancellationToken cancellationToken)
    {
        ProcessReply? reply = null;
        try
        {
            reply = ProcessReply.Read(await exchange.AskAsync(id, line, cancellationToken), excerpt);
            return reply.Error is { } error ? throw new ProcessFailedException($"the program says: {excerpt.Start(error)}") : reply;
        }
        finally
        {
            Record(log, reply);
        }
    }

    private void Record(CallLog log, ProcessReply? reply)
    {
        if (exchange.Tries.Count == 0)
            return;
        log.Add(new ModelCall
        {
            Kind = "service",
            Endpoint = name,
            Model = priceAs ?? reply?.Model,
            Usage = reply?.Usage,
            Queued = exchange.Queued,
            ServiceTime = exchange.Tries[^1].Duration,
            LostTime = exchange.Tries.SkipLast(1).Aggregate(TimeSpan.Zero, (sum, t) => sum + t.Duration),
            Tries = [.. exchange.Tries],
        });
    }
}

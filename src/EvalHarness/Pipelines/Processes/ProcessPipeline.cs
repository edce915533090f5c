using System.Globalization;
using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Processes;

/// <summary>Asks a long-lived program of the user's, one line in, one line out.</summary>
internal sealed class ProcessPipeline(string name, string? priceAs, WorkerPool pool, Excerpt excerpt, TimeProvider time) : IPipeline
{
    private long asked;

    /// <exception cref="ProcessFailedException">There is no answer.</exception>
    public async Task<Answer> AnswerAsync(PipelineRequest request, StageClock clock, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref asked).ToString(CultureInfo.InvariantCulture);
        var line = RequestLine.Write(id, request, clock.Calls.Repeat);
        var reply = await new ProcessCall(name, priceAs, pool, excerpt, time).AskAsync(id, line, clock.Calls, cancellationToken);
        foreach (var (stage, milliseconds) in reply.StagesMs)
            clock.Record(new Stage(stage), TimeSpan.FromMilliseconds(milliseconds));
        return reply.ToAnswer(priceAs);
    }
}

using System.Globalization;
using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Processes;
using EvalHarness.Runs;

namespace EvalHarness.Evaluators.Custom;

/// <summary>Asks a long-lived program of the user's for one score per answer, one line in, one line out; without a usable reply the row is not scored, and a program that does not start ends its scoring.</summary>
internal sealed class ProcessMetric(Metric metric, AnswerReader reader, (WorkerPool Pool, Excerpt Excerpt, TimeSpan Patience) program, TimeProvider time) : IEvaluator
{
    private long asked;

    public string Definition => $"{metric.Id} {metric.Definition}";

    public IReadOnlyList<Metric> Metrics { get; } = [metric];

    public async ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken)
    {
        if (trace.Answer is not { } answer)
            return Metrics.Failed(trace.Failure());
        var id = Interlocked.Increment(ref asked).ToString(CultureInfo.InvariantCulture);
        var line = ScoreRequest.Write(id, metric.Id, sample, trace, reader.Read(answer));
        try
        {
            var exchange = new ProgramExchange(program.Pool, program.Excerpt, time) { Patience = program.Patience };
            var reply = ScoreReply.Read(await exchange.AskAsync(id, line, cancellationToken), program.Excerpt);
            return ForeignScores.Of(Metrics, [reply.ToScore(metric, program.Excerpt)]);
        }
        catch (ProcessFailedException exception)
        {
            return Metrics.NotScored(exception.Message);
        }
        catch (EndpointStoppedException exception)
        {
            throw new ScoringStoppedException(metric.Id, StopCause.Endpoint, $"{exception.Message.TrimEnd('.')}. Mend it, then give the same command again.");
        }
    }
}

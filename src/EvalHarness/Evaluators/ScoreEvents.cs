using System.Diagnostics;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Runs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Trace = EvalHarness.Pipelines.Trace;

namespace EvalHarness.Evaluators;

/// <summary>Tells OpenTelemetry each score as an event <c>gen_ai.evaluation.result</c>, within a span below the one of the sample.</summary>
/// <remarks>Source: OpenTelemetry semantic conventions for generative AI, event gen_ai.evaluation.result.</remarks>
/// <param name="content">Whether reasons are told too: they quote questions and answers.</param>
public sealed class ScoreEvents(ILogger log, bool content)
{
    private static readonly EventId Result = new(1, "gen_ai.evaluation.result");

    /// <summary>Nobody listens.</summary>
    public static ScoreEvents None { get; } = new(NullLogger.Instance, content: false);

    /// <summary>What has no value is told only where it should have one.</summary>
    public void Tell(ScoringItem item, string evaluator, IReadOnlyList<Score> scores)
    {
        if (!log.IsEnabled(LogLevel.Information))
            return;
        using var span = HarnessTelemetry.Source.StartActivity($"evaluate {evaluator.Split(' ')[0]}", ActivityKind.Internal, item.Trace.TraceParent);
        foreach (var score in scores.Where(s => s.Outcome is Outcome.Scored or Outcome.NotScored))
            log.Log(LogLevel.Information, Result, Attributes(item.Trace, score).ToList(), exception: null, (_, _) => "gen_ai.evaluation.result");
    }

    private IEnumerable<KeyValuePair<string, object?>> Attributes(Trace trace, Score score)
    {
        yield return new("gen_ai.evaluation.name", score.Metric);
        if (score.Value is { } value)
            yield return new("gen_ai.evaluation.score.value", value);
        else
            yield return new(HarnessTelemetry.ErrorTag, "not_scored");
        if (content && score.Reason is { } reason)
            yield return new("gen_ai.evaluation.explanation", reason);
        yield return new(HarnessTelemetry.PipelineTag, trace.Pipeline);
        yield return new(HarnessTelemetry.SampleTag, trace.SampleId);
        yield return new(HarnessTelemetry.RepeatTag, trace.Repeat);
    }
}

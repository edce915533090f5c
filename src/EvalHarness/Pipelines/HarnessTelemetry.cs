using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace EvalHarness.Pipelines;

/// <summary>What the harness tells OpenTelemetry: spans of samples and stages, and how long samples took. Nothing is made unless somebody listens.</summary>
public static class HarnessTelemetry
{
    /// <summary>Of the source, the meter and the log records.</summary>
    public const string Name = "EvalHarness";

    public const string PipelineTag = "evalharness.pipeline";
    public const string SampleTag = "evalharness.sample.id";
    public const string RepeatTag = "evalharness.repeat";
    public const string AttemptTag = "evalharness.attempt";
    public const string StatusTag = "evalharness.status";
    public const string ErrorTag = "error.type";

    public static ActivitySource Source { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);

    /// <summary>Service latency by pipeline and status.</summary>
    public static Histogram<double> SampleDuration { get; } = Meter.CreateHistogram<double>("evalharness.sample.duration", "s", "Service latency of an answer.");

    /// <summary>Tells how a sample ended; neither question nor answer is in it.</summary>
    public static void Ended(Activity? span, Trace trace)
    {
        var status = trace.Answer is null ? "failed" : "answered";
        SampleDuration.Record(trace.ServiceLatency.TotalSeconds, new(PipelineTag, trace.Pipeline), new(StatusTag, status));
        span?.SetTag(PipelineTag, trace.Pipeline).SetTag(SampleTag, trace.SampleId).SetTag(RepeatTag, trace.Repeat).SetTag(AttemptTag, trace.Attempt).SetTag(StatusTag, status);
        if (trace.Error is { } error)
            span?.SetTag(ErrorTag, error.Kind).SetStatus(ActivityStatusCode.Error);
    }
}

using EvalHarness.Datasets;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Checks;

/// <summary>What a gauge shows of replies, once a fence or prose wrapper is off. A reply without the field that is asked about is not scored.</summary>
internal sealed class GaugeEvaluator : IEvaluator
{
    private readonly IGauge gauge;
    private readonly CheckedPart part;
    private readonly bool answersOnly;

    public GaugeEvaluator(IGauge gauge, MetricSource source, string definition, CheckedPart part, bool answersOnly)
    {
        (this.gauge, this.part, this.answersOnly) = (gauge, part, answersOnly);
        Definition = $"{source.Id} {definition} {part.Reader.Definition}";
        Metrics = [.. gauge.Dials.Select(dial => Metric(source, dial, definition))];
    }

    public string Definition { get; }

    public IReadOnlyList<Metric> Metrics { get; }

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) =>
        ValueTask.FromResult(trace.Answer is { } answer ? Evaluate(sample, answer) : Metrics.Failed(trace.Failure()));

    private static Metric Metric(MetricSource source, Dial dial, string definition) => dial.Suffix.Length == 0
        ? source.Describe(new Metric(source.Id, dial.Unit, dial.Direction, definition))
        : source.Describe(new Metric($"{source.Id}-{dial.Suffix}", dial.Unit, dial.Direction, definition), dial.Suffix);

    private IReadOnlyList<Score> Evaluate(Sample sample, Answer answer)
    {
        var reply = part.Reader.Read(answer);
        if (answersOnly && reply.IsAbstention)
            return Metrics.NotApplicable("the reply does not answer");
        return part.Lenient(sample, answer, reply) is { } read
            ? [.. gauge.Measure(read).Zip(Metrics, Score)]
            : Metrics.NotScored($"the reply has no field {part.Field}");
    }

    private static Score Score(Reading reading, Metric metric) => reading.Value is { } value ? metric.Scored(value, reading.Reason) : metric.NotApplicable(reading.Reason);
}

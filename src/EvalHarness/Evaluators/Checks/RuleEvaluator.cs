using EvalHarness.Datasets;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Checks;

/// <summary>Whether replies keep a rule, as they stand and leniently.</summary>
/// <remarks>Unit: yes/no; higher is better. A reply without the field that is asked about breaks the rule.</remarks>
internal sealed class RuleEvaluator : IEvaluator
{
    private readonly IRule rule;
    private readonly CheckedPart part;
    private readonly bool answersOnly;

    public RuleEvaluator(IRule rule, MetricSource source, string definition, CheckedPart part, bool answersOnly)
    {
        (this.rule, this.part, this.answersOnly) = (rule, part, answersOnly);
        Definition = $"{source.Id} {definition} {part.Reader.Definition}";
        var strict = source.Describe(new Metric(source.Id, Unit.YesNo, Direction.Higher, definition));
        Metrics = rule.HasLenientReading ? [strict, source.Describe(strict with { Id = $"{source.Id}-lenient" }, "leniently")] : [strict];
    }

    public string Definition { get; }

    public IReadOnlyList<Metric> Metrics { get; }

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) =>
        ValueTask.FromResult(trace.Answer is { } answer ? Evaluate(sample, answer) : Metrics.Failed(trace.Failure()));

    private IReadOnlyList<Score> Evaluate(Sample sample, Answer answer)
    {
        var reply = part.Reader.Read(answer);
        if (answersOnly && reply.IsAbstention)
            return Metrics.NotApplicable("the reply does not answer");
        var strict = Score(Metrics[0], part.Strict(sample, answer, reply), rule.Judge);
        return Metrics.Count == 1 ? [strict] : [strict, Score(Metrics[1], part.Lenient(sample, answer, reply), rule.JudgeLeniently)];
    }

    private Score Score(Metric metric, CheckedReply? reply, Func<CheckedReply, RuleOutcome> judge)
    {
        var outcome = reply is null ? RuleOutcome.Fail($"the reply has no field {part.Field}") : judge(reply);
        return metric.Scored(outcome.Passes, outcome.Reason);
    }
}

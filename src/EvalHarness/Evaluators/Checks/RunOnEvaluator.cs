using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Schemas;

namespace EvalHarness.Evaluators.Checks;

/// <summary>Whether a reply goes on past the end of its answer: with another exercise, question, turn of a conversation, or passage of its prompt.</summary>
/// <remarks>Unit: yes/no, lower is better. Its error on two recordings stands in docs/metrics.md, at the check <c>run-on</c>, of which it is the opposite.</remarks>
internal sealed class RunOnEvaluator(AnswerReader reader) : IEvaluator
{
    /// <summary>The metric's id.</summary>
    public const string Id = "runs-on";

    private static readonly Metric RunsOn = new(Id, Unit.YesNo, Direction.Lower, "1");
    private static readonly RunOnCheck Check = new([]);

    public string Definition => $"runs-on/1 {reader.Definition}";

    public IReadOnlyList<Metric> Metrics => [RunsOn];

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) =>
        ValueTask.FromResult(trace.Answer is { } answer ? [Judge(sample, reader.Read(answer), answer)] : Metrics.Failed(trace.Failure()));

    private static Score Judge(Sample sample, Reply reply, Answer answer)
    {
        var outcome = Check.Judge(new CheckedReply(reply.Text, answer.Text, reply.Lenient, sample));
        return RunsOn.Scored(!outcome.Passes, outcome.Reason);
    }
}

using EvalHarness.Datasets;
using EvalHarness.Evaluators.Retrieval;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Abstention;

/// <summary>Over-refusal in two: of answerable questions whose gold evidence the model was given, and of those where it was not.</summary>
/// <remarks>
/// Units: yes/no, lower is better. The first is the model's fault; the second is retrieval's, and declining is then what many would wish.
/// All spans of the evidence must have been given. Not applicable without retrieval, and where the sample names no evidence.
/// </remarks>
public sealed class EvidencedRefusalEvaluator(AnswerReader reader, Corpus corpus) : IEvaluator
{
    private static readonly Metric With = new("over-refusal-with-evidence", Unit.YesNo, Direction.Lower, "1");
    private static readonly Metric Without = new("over-refusal-without-evidence", Unit.YesNo, Direction.Lower, "1");

    public string Definition => $"evidenced-refusal/1 corpus={corpus.Hash} {reader.Definition}";

    public IReadOnlyList<Metric> Metrics { get; } = [With, Without];

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) => ValueTask.FromResult(Evaluate(sample, trace));

    private IReadOnlyList<Score> Evaluate(Sample sample, Trace trace)
    {
        if (sample.Unlabelled)
            return Metrics.NotApplicable("the sample is unlabelled");
        var question = RetrievalQuestion.Of(sample, trace, corpus);
        if (question.Ranking is null)
            return question.Without(Metrics);

        var given = Ranking.Given(trace.Answer!, corpus);
        var declines = reader.Read(trace.Answer!).IsAbstention;
        var does = declines ? "the answer abstains" : "the answer does not abstain";
        return question.Gold.All(span => given.Any(span.IsIn))
            ? [With.Scored(declines, does), Without.NotApplicable("the model was given the evidence")]
            : [With.NotApplicable("the model was not given all of the evidence"), Without.Scored(declines, does)];
    }
}

using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>Exact match and token F1 against the best gold answer.</summary>
/// <remarks>
/// Units: yes/no; ratio in [0, 1]; higher is better. An abstention counts as the empty answer: right exactly where there is nothing to answer.
/// Error: both punish long answers and paraphrase; compare systems of one style only.
/// Source: SQuAD 2.0, Rajpurkar et al. 2018, arXiv:1806.03822.
/// </remarks>
public sealed class SquadEvaluator(AnswerReader reader) : IEvaluator
{
    private static readonly Metric Exact = new("exact-match", Unit.YesNo, Direction.Higher, "1");
    private static readonly Metric F1 = new("token-f1", Unit.Ratio, Direction.Higher, "1");

    public string Definition => $"squad/1 {reader.Definition}";

    public IReadOnlyList<Metric> Metrics { get; } = [Exact, F1];

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) =>
        ValueTask.FromResult(trace.Answer is { } answer ? Evaluate(sample, reader.Read(answer)) : Failed(sample, trace.Failure()));

    private IReadOnlyList<Score> Failed(Sample sample, string error) => sample.Unlabelled ? Metrics.NotApplicable("the sample has no gold answer") : Metrics.Failed(error);

    private IReadOnlyList<Score> Evaluate(Sample sample, Reply reply)
    {
        if (sample.Unanswerable)
            return [.. Metrics.Select(m => m.Scored(reply.IsAbstention, reply.IsAbstention ? "abstains, as it should" : "answers what has no answer"))];
        if (sample.Answers.Count == 0)
            return Metrics.NotApplicable("the sample has no gold answer");

        var prediction = reply.IsAbstention ? "" : reply.Text;
        return [Exact.Scored(SquadScore.IsExact(prediction, sample.Answers)), F1.Scored(SquadScore.F1(prediction, sample.Answers))];
    }
}

using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>Whether an answer of any length is right, and whether it gives a fact as it stands now or as it was.</summary>
/// <remarks>
/// Units: yes/no. An abstention is not right; on rows without an answer nothing can be right and abstention is scored elsewhere.
/// Stale and fresh are told apart only where the sample says what was right before.
/// </remarks>
public sealed class CorrectnessEvaluator(AnswerReader reader) : IEvaluator
{
    private static readonly Metric Correct = new("answer-correctness", Unit.YesNo, Direction.Higher, GoldMatcher.Definition);
    private static readonly Metric Stale = new("stale-answer", Unit.YesNo, Direction.Lower, GoldMatcher.Definition);
    private static readonly Metric Fresh = new("fresh-answer", Unit.YesNo, Direction.Higher, GoldMatcher.Definition);

    public string Definition => $"correctness/1 {GoldMatcher.Definition} {reader.Definition}";

    public IReadOnlyList<Metric> Metrics { get; } = [Correct, Stale, Fresh];

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) =>
        ValueTask.FromResult(trace.Answer is { } answer ? Evaluate(sample, reader.Read(answer)) : Failed(sample, trace.Failure()));

    private static IReadOnlyList<Score> Evaluate(Sample sample, Reply reply)
    {
        if (NotApplicable(sample) is { } reason)
            return [.. new[] { Correct, Stale, Fresh }.Select(m => m.NotApplicable(reason))];
        if (reply.IsAbstention)
            return Abstained(sample);

        var now = GoldMatcher.Best(sample.Asked(), sample.Answers, reply.Text);
        var correct = Correct.Scored(now.IsMatch, now.Reason);
        if (sample.SupersededAnswers.Count == 0)
            return [correct, .. Unchanged()];
        var before = GoldMatcher.Best(sample.Asked(), sample.SupersededAnswers, reply.Text);
        var isStale = before.IsMatch && !now.IsMatch;
        return [correct, Stale.Scored(isStale, isStale ? $"{before.Reason}, which is no longer right" : now.Reason), Fresh.Scored(now.IsMatch, now.Reason)];
    }

    private static IReadOnlyList<Score> Abstained(Sample sample)
    {
        var correct = Correct.Scored(false, "the answer abstains");
        return sample.SupersededAnswers.Count == 0
            ? [correct, .. Unchanged()]
            : [correct, Stale.Scored(false, "the answer abstains"), Fresh.Scored(false, "the answer abstains")];
    }

    private static IReadOnlyList<Score> Failed(Sample sample, string error)
    {
        if (NotApplicable(sample) is { } reason)
            return [.. new[] { Correct, Stale, Fresh }.Select(m => m.NotApplicable(reason))];
        return sample.SupersededAnswers.Count == 0 ? [Correct.Failed(error), .. Unchanged()] : [Correct.Failed(error), Stale.Failed(error), Fresh.Failed(error)];
    }

    private static IEnumerable<Score> Unchanged() => [Stale.NotApplicable("the fact has not changed"), Fresh.NotApplicable("the fact has not changed")];

    private static string? NotApplicable(Sample sample)
    {
        if (sample.Unanswerable)
            return "the question has no answer";
        return sample.Answers.Count == 0 ? "the sample has no gold answer" : null;
    }
}

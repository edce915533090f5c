using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>Whether an answer of any length is right, how much of a gold answer it says, and whether it gives a fact as it stands now or as it was.</summary>
/// <remarks>
/// Units: yes/no; a ratio in [0, 1]. An abstention is not right; on rows without an answer nothing can be right and abstention is scored elsewhere.
/// Stale and fresh are told apart only where the sample says what was right before.
/// </remarks>
public sealed class CorrectnessEvaluator(AnswerReader reader) : IEvaluator
{
    private static readonly Metric Correct = new(AnswerCorrectness.Id, Unit.YesNo, Direction.Higher, GoldMatcher.Definition) { Scorer = GoldMatcher.Scorer };
    private static readonly Metric Content = new("answer-content-f1", Unit.Ratio, Direction.Higher, GoldMatcher.Definition);
    private static readonly Metric Stale = new("stale-answer", Unit.YesNo, Direction.Lower, GoldMatcher.Definition) { IsJudged = true };
    private static readonly Metric Fresh = new("fresh-answer", Unit.YesNo, Direction.Higher, GoldMatcher.Definition) { Scorer = GoldMatcher.Scorer };

    public string Definition => $"correctness/2 {GoldMatcher.Definition} {reader.Definition}";

    public IReadOnlyList<Metric> Metrics { get; } = [Correct, Content, Stale, Fresh];

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) =>
        ValueTask.FromResult(trace.Answer is { } answer ? Evaluate(sample, reader.Read(answer)) : Failed(sample, trace.Failure()));

    private static IReadOnlyList<Score> Evaluate(Sample sample, Reply reply)
    {
        if (NotApplicable(sample) is { } reason)
            return [.. new[] { Correct, Content, Stale, Fresh }.Select(m => m.NotApplicable(reason))];
        if (reply.IsAbstention)
            return Abstained(sample);

        var now = GoldMatcher.Best(sample.Asked(), sample.Answers, reply.Text);
        Score[] scores = [Correct.Scored(now.IsMatch, now.Reason), Content.Scored(now.Score, $"against '{now.Gold}'")];
        if (sample.SupersededAnswers.Count == 0)
            return [.. scores, .. Unchanged()];
        var before = GoldMatcher.Best(sample.Asked(), sample.SupersededAnswers, reply.Text);
        var isStale = before.IsMatch && !now.IsMatch;
        return [.. scores, Stale.Scored(isStale, isStale ? $"{before.Reason}, which is no longer right" : now.Reason), Fresh.Scored(now.IsMatch, now.Reason)];
    }

    private static IReadOnlyList<Score> Abstained(Sample sample)
    {
        const string Why = "the answer abstains";
        Score[] scores = [Correct.Scored(false, Why), Content.Scored(0, Why)];
        return sample.SupersededAnswers.Count == 0 ? [.. scores, .. Unchanged()] : [.. scores, Stale.Scored(false, Why), Fresh.Scored(false, Why)];
    }

    private static IReadOnlyList<Score> Failed(Sample sample, string error)
    {
        if (NotApplicable(sample) is { } reason)
            return [.. new[] { Correct, Content, Stale, Fresh }.Select(m => m.NotApplicable(reason))];
        Score[] scores = [Correct.Failed(error), Content.Failed(error)];
        return sample.SupersededAnswers.Count == 0 ? [.. scores, .. Unchanged()] : [.. scores, Stale.Failed(error), Fresh.Failed(error)];
    }

    private static IEnumerable<Score> Unchanged() => [Stale.NotApplicable("the fact has not changed"), Fresh.NotApplicable("the fact has not changed")];

    private static string? NotApplicable(Sample sample)
    {
        if (sample.Unanswerable)
            return "the question has no answer";
        return sample.Answers.Count == 0 ? "the sample has no gold answer" : null;
    }
}

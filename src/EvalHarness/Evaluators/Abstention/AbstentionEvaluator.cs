using EvalHarness.Datasets;
using EvalHarness.Evaluators.Correctness;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Abstention;

/// <summary>Whether a pipeline answers when it should, and keeps silent when it should.</summary>
/// <remarks>
/// Units: yes/no; truthfulness in {-1, 0, 1}: right, abstained, wrong. On a question without an answer every answer is wrong.
/// Coverage is to be read beside groundedness and beside correctness when answered: who abstains more, errs less.
/// Source: truthfulness, Yang et al. 2024 (CRAG), arXiv:2406.04744.
/// </remarks>
public sealed class AbstentionEvaluator(AnswerReader reader) : IEvaluator
{
    private const string Unlabelled = "the sample is unlabelled";

    private static readonly Metric Success = new("success", Unit.YesNo, Direction.Higher, "1");
    private static readonly Metric Coverage = new("coverage", Unit.YesNo, Direction.Higher, "2");
    private static readonly Metric WhenAnswered = new("correct-when-answered", Unit.YesNo, Direction.Higher, GoldMatcher.Definition) { Scorer = GoldMatcher.Scorer };
    private static readonly Metric Correct = new("abstention-correct", Unit.YesNo, Direction.Higher, "2");
    private static readonly Metric OverRefusal = new("over-refusal", Unit.YesNo, Direction.Lower, "2");
    private static readonly Metric Truthfulness = new("truthfulness", Unit.Signed, Direction.Higher, GoldMatcher.Definition) { IsJudged = true };

    public string Definition => $"abstention/2 {GoldMatcher.Definition} {reader.Definition}";

    public IReadOnlyList<Metric> Metrics { get; } = [Success, Coverage, WhenAnswered, Correct, OverRefusal, Truthfulness];

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) =>
        ValueTask.FromResult(trace.Answer is { } answer ? Evaluate(sample, reader.Read(answer)) : Failed(sample, trace.Failure()));

    private static IReadOnlyList<Score> Evaluate(Sample sample, Reply reply)
    {
        var truth = Truth(sample, reply);
        var does = reply.IsAbstention ? "the answer abstains" : "the answer does not abstain";
        return
        [
            Success.Scored(true, "the pipeline answered"),
            Coverage.Scored(!reply.IsAbstention, does),
            reply.IsAbstention ? WhenAnswered.NotApplicable(does) : Right(truth),
            sample.Unanswerable ? Correct.Scored(reply.IsAbstention, does) : Correct.NotApplicable(WhyNotUnanswerable(sample)),
            WhyNotAnswerable(sample) is { } why ? OverRefusal.NotApplicable(why) : OverRefusal.Scored(reply.IsAbstention, does),
            truth,
        ];
    }

    private static Score Right(Score truth) => truth.Value is { } value ? WhenAnswered.Scored(value > 0, truth.Reason) : WhenAnswered.NotApplicable(truth.Reason!);

    private static Score Truth(Sample sample, Reply reply)
    {
        if (sample.Unlabelled)
            return Truthfulness.NotApplicable(Unlabelled);
        if (reply.IsAbstention)
            return Truthfulness.Scored(0, "the answer abstains");
        if (sample.Unanswerable)
            return Truthfulness.Scored(-1, "answers a question that has no answer");
        if (sample.Answers.Count == 0)
            return Truthfulness.NotApplicable("the sample has no gold answer");
        var match = GoldMatcher.Best(sample.Asked(), sample.Answers, reply.Text);
        return Truthfulness.Scored(match.IsMatch ? 1 : -1, match.Reason);
    }

    /// <summary>Success is the one metric that a failure has a value for.</summary>
    private static IReadOnlyList<Score> Failed(Sample sample, string error) =>
    [
        Success.Scored(false, error),
        Coverage.Failed(error),
        sample.Unlabelled ? WhenAnswered.NotApplicable(Unlabelled) : WhenAnswered.Failed(error),
        sample.Unanswerable ? Correct.Failed(error) : Correct.NotApplicable(WhyNotUnanswerable(sample)),
        WhyNotAnswerable(sample) is { } why ? OverRefusal.NotApplicable(why) : OverRefusal.Failed(error),
        sample.Unlabelled ? Truthfulness.NotApplicable(Unlabelled) : Truthfulness.Failed(error),
    ];

    private static string WhyNotUnanswerable(Sample sample) => sample.Unlabelled ? Unlabelled : "the question has an answer";

    private static string? WhyNotAnswerable(Sample sample) => sample.Unanswerable ? "the question has no answer" : sample.Unlabelled ? Unlabelled : null;
}

using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Judges;

/// <summary>How many of an answer's claims the gold answer bears out, how many of the gold answer's claims the answer says, and their harmonic mean, by a judge.</summary>
/// <remarks>
/// Units: ratios in [0, 1], higher is better. The answer is held against all gold answers, the claims that it should say are those of the first one.
/// Error: the judge's own, which calibrate measures; a short gold answer is one claim, and true extra detail costs precision.
/// Source: overall metrics of RAGChecker, Ru et al. 2024, arXiv:2408.08067; there a model cuts the claims, here the harness does.
/// </remarks>
public sealed class ClaimCorrectnessEvaluator : IEvaluator
{
    private readonly ClaimJudge claims;
    private readonly AnswerReader reader;
    private readonly Metric precision;
    private readonly Metric recall;
    private readonly Metric f1;

    public ClaimCorrectnessEvaluator(Judge judge, AnswerReader reader)
    {
        (claims, this.reader) = (new ClaimJudge(judge), reader);
        var definition = $"1 {claims.Definition}";
        precision = new Metric("claim-precision", Unit.Ratio, Direction.Higher, definition) { IsJudged = true };
        recall = new Metric("claim-recall", Unit.Ratio, Direction.Higher, definition) { Scorer = new ScorerDefinition(AnswerCorrectness.Id, $"claim-correctness/{definition} {reader.Definition}") };
        f1 = new Metric("claim-f1", Unit.Ratio, Direction.Higher, definition) { IsJudged = true };
        Metrics = [precision, recall, f1];
        Definition = $"claim-correctness/{definition} {reader.Definition}";
    }

    public string Definition { get; }

    public IReadOnlyList<Metric> Metrics { get; }

    public async ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken)
    {
        if (sample.Unanswerable)
            return Metrics.NotApplicable("the question has no answer");
        if (sample.Answers.Count == 0)
            return Metrics.NotApplicable("the sample has no gold answer");
        if (trace.Answer is not { } answer)
            return Metrics.Failed(trace.Failure());
        var reply = reader.Read(answer);
        return reply.IsAbstention
            ? [precision.NotApplicable("the answer abstains"), recall.Scored(0, "the answer abstains"), f1.Scored(0, "the answer abstains")]
            : await JudgedAsync(sample, reply.Text, cancellationToken);
    }

    /// <summary>Which claims of a gold answer an answer says.</summary>
    /// <exception cref="NoVerdictException">The judge failed, refused or could not be read.</exception>
    public Task<IReadOnlyList<ClaimVerdict>> FoundAsync(string question, string gold, string answer, CancellationToken cancellationToken) =>
        claims.VerdictsAsync(question, gold, ClaimSplitter.SplitOrWhole(gold), new TextEvidence("answer", [answer]), cancellationToken);

    private async Task<IReadOnlyList<Score>> JudgedAsync(Sample sample, string answer, CancellationToken cancellationToken)
    {
        var question = sample.Asked();
        var said = await claims.VerdictsAsync(question, answer, ClaimSplitter.SplitOrWhole(answer), new TextEvidence("gold", sample.Answers), cancellationToken);
        var wanted = await FoundAsync(question, sample.Answers[0], answer, cancellationToken);
        var (right, found) = (said.Count(v => v.IsSupported), wanted.Count(v => v.IsSupported));
        var (p, r) = ((double)right / said.Count, (double)found / wanted.Count);
        return
        [
            precision.Ratio(right, said.Count, "", ClaimDetail.Of(said)),
            recall.Ratio(found, wanted.Count, "", ClaimDetail.Of(wanted)),
            f1.Scored(p + r == 0 ? 0 : 2 * p * r / (p + r), $"{right} of {said.Count} claims right, {found} of {wanted.Count} found"),
        ];
    }
}

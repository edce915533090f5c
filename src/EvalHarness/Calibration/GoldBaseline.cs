using EvalHarness.Evaluators.Correctness;

namespace EvalHarness.Calibration;

/// <summary>A simple measure of the words an answer shares with a gold answer, to be beaten in public.</summary>
/// <param name="score">Of an answer and its gold answers, in [0, 1].</param>
/// <param name="threshold">The least score of a yes.</param>
internal sealed class GoldBaseline(string verifier, double threshold, Func<string, IReadOnlyList<string>, double> score) : ILabelScorer
{
    public static GoldBaseline ExactMatch { get; } = new("exact-match", 1, (answer, golds) => SquadScore.IsExact(answer, golds) ? 1 : 0);

    public static GoldBaseline TokenF1 { get; } = new("token-f1", 0.5, SquadScore.F1);

    public static GoldBaseline TokenRecall { get; } = new("token-recall", 0.5, SquadScore.Recall);

    public string Evaluator => LabelScorers.Correctness;

    public string Verifier => verifier;

    public string Definition => $"{verifier}/1 threshold={threshold.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    public ValueTask<Judgement?> JudgeAsync(LabelledRow row, CancellationToken cancellationToken)
    {
        if (row.References.Count == 0)
            return new((Judgement?)null);
        var value = score(row.Answer, row.References);
        return new(new Judgement(value, value >= threshold));
    }
}

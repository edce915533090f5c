using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Inputs;
using EvalHarness.Metrics;

namespace EvalHarness.Calibration;

/// <summary>The scorers that can be measured without a model. A new one is a line here.</summary>
public static class LabelScorers
{
    public const string Correctness = AnswerCorrectness.Id;
    public const string Groundedness = "groundedness";
    public const string Local = "local";

    public static IReadOnlyList<ILabelScorer> All { get; } =
    [
        new CorrectnessScorer(), GoldBaseline.TokenRecall, GoldBaseline.TokenF1, GoldBaseline.ExactMatch,
        .. ClaimVerifiers.Names.Select(name => new GroundednessScorer(name, ClaimVerifiers.Find(name)!)),
    ];

    /// <exception cref="InputException">There is no such scorer: which there are.</exception>
    public static ILabelScorer Named(string evaluator, string verifier)
    {
        var ofEvaluator = All.Where(s => s.Evaluator == evaluator).ToList();
        if (ofEvaluator.Count == 0)
            throw new InputException(new InputProblem("--evaluator", $"'{evaluator}' cannot be measured", $"Choose one of {string.Join(", ", All.Select(s => s.Evaluator).Distinct(StringComparer.Ordinal))}."));
        return ofEvaluator.Find(s => s.Verifier == verifier)
            ?? throw new InputException(new InputProblem("--verifier", $"{evaluator} has no verifier '{verifier}'", $"Choose one of {string.Join(", ", ofEvaluator.Select(s => s.Verifier))}."));
    }
}

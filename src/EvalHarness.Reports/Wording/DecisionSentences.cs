using EvalHarness.Decisions;

namespace EvalHarness.Reports.Wording;

/// <summary>Everything of a decision beside its matrix and boundaries, as sentences under headings: the same for terminal, Markdown and page.</summary>
/// <param name="Items">Never empty.</param>
public sealed record DecisionSentences(string Title, IReadOnlyList<string> Items)
{
    /// <summary>Those that have anything to say, in the order in which they are read.</summary>
    public static IReadOnlyList<DecisionSentences> Of(Decision decision, RunReport report)
    {
        DecisionSentences[] all =
        [
            new("Whose questions these are", [.. MixWords.Of(decision, report), .. MixWords.Traffic(decision)]),
            new("Your constraints", [.. decision.Constraints.Select(c => $"{c.Constraint}, {ArmWords.Of(c.Arm)}: {DecisionWords.Outcome(c.Outcome)} ({DecisionWords.Constraint(c)}; {BadgeWords.Of(c.Badge)})")]),
            new("Budget (scenario)", [.. decision.Budget.Ownership.Select(o => BudgetWords.Of(o, decision.Budget)), .. decision.Budget.BreakEvens.Select(BudgetWords.Of), .. decision.Budget.Sensitivity.Select(BudgetWords.Of)]),
            new("What retrieval and tuning add, in right answers", [.. decision.Factorial.Select(e => $"{DecisionWords.Effect(e)}: {DecisionWords.Numbers(e)}")]),
            new("Times as much", [.. decision.Ratios.Select(r => $"{DecisionWords.Ratio(r)} ({BadgeWords.Of(r.Badge)})")]),
            new("Asking again until the reply is valid", [.. decision.Retries.Select(DecisionWords.Retry)]),
            new("Retrieval in production", [.. decision.Retrieval.SelectMany(r => ProductionWords.Of(r, report))]),
            new("Throughput", decision.Studies is { } studies ? StudyWords.Load(studies, decision.Settings.LatencyObjectiveMs) : []),
            new("Slices where retrieval hurts the tuned model", [.. decision.HarmfulSlices.Select(DecisionWords.Harm)]),
            new("Right answers by how often the fact stood in training", ProductionWords.Taught(decision.Taught)),
            new("Fine-tuning in production: by checkpoint", [.. decision.Checkpoints.Select(ProductionWords.Of)]),
            new("Fine-tuning in production: promoted and rolled back", ProductionWords.Of(decision.Aliases)),
        ];
        return [.. all.Where(s => s.Items.Count > 0)];
    }
}

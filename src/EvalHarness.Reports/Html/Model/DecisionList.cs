using EvalHarness.Decisions;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Reports.Html.Model;

/// <summary>Some sentences of the decision under one heading.</summary>
public sealed record DecisionList(string Title, IReadOnlyList<string> Items)
{
    /// <summary>In the order of the page; some may be empty.</summary>
    public static IReadOnlyList<DecisionList> Of(Decision decision) =>
    [
        new("Your constraints", [.. decision.Constraints.Select(c => $"{c.Constraint}, {ArmWords.Of(c.Arm)}: {DecisionWords.Outcome(c.Outcome)} ({DecisionWords.Constraint(c)}; {BadgeWords.Of(c.Badge)})")]),
        new("What retrieval and tuning add, in right answers", [.. decision.Factorial.Select(e => $"{DecisionWords.Effect(e)}: {DecisionWords.Numbers(e)}")]),
        new("Times as much", [.. decision.Ratios.Select(r => $"{DecisionWords.Ratio(r)} ({BadgeWords.Of(r.Badge)})")]),
        new("Slices where retrieval hurts the tuned model", [.. decision.HarmfulSlices.Select(DecisionWords.Harm)]),
    ];
}

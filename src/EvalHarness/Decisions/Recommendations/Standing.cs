namespace EvalHarness.Decisions.Recommendations;

/// <summary>How an arm stands by the user's weights.</summary>
/// <param name="Score">In [-1, 1]: of the weight, the share on which it is shown to be better than another arm minus that on which it is shown to be worse, over the other arms.</param>
/// <param name="BetterOn">Criteria on which it leads alone.</param>
/// <param name="WorseOn">Criteria on which another arm is shown to be better.</param>
/// <param name="Breaks">Constraints that it does not keep.</param>
public sealed record Standing(Arm Arm, double Score, IReadOnlyList<string> BetterOn, IReadOnlyList<string> WorseOn, IReadOnlyList<string> Breaks);

namespace EvalHarness.Gates;

/// <summary>What a scorer's own error does to a line of the gate.</summary>
/// <param name="CandidateYouden">Sensitivity + specificity − 1 on the candidate's answers, in [-1, 1].</param>
/// <param name="BaselineYouden">The same on the baseline's answers.</param>
/// <param name="KappaLow">The lower of the two intervals' lower ends of kappa; absent when unknown.</param>
/// <param name="PromotedIfWorse">The chance that this line passes though the candidate is truly worse by the margin, with the correction.</param>
/// <param name="PromotedIfWorseUncorrected">The same, had the scorer's error been ignored.</param>
/// <param name="NextPurchase">What would make the interval narrower most cheaply: rows, repeats or labels, with the number.</param>
public sealed record ScorerNote(double CandidateYouden, double BaselineYouden, double? KappaLow, double PromotedIfWorse, double PromotedIfWorseUncorrected, string NextPurchase);

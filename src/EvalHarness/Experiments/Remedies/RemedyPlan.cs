namespace EvalHarness.Experiments.Remedies;

/// <summary>What is tried, what is listed, and what cannot be tried.</summary>
public sealed record RemedyPlan(IReadOnlyList<RemedyTrial> Trials, IReadOnlyList<TrainingListing> Listings, IReadOnlyList<UntriedRemedy> Untried);

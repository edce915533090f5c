namespace EvalHarness.Drafting;

/// <summary>Why a draft is no candidate, and in this case.</summary>
/// <param name="Detail">One line; may hold words of the model.</param>
public sealed record Refusal(RefusalReason Reason, string Detail);

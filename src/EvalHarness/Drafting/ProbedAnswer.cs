namespace EvalHarness.Drafting;

/// <summary>What the model answered when a draft was tried on it.</summary>
/// <param name="IsKnown">It gave an answer.</param>
/// <param name="Agrees">The answer says what the draft says; absent where there is nothing to agree with.</param>
/// <param name="Why">What decided.</param>
public sealed record ProbedAnswer(bool IsKnown, string Answer, bool? Agrees, string? Why);

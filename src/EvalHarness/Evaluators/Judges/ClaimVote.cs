namespace EvalHarness.Evaluators.Judges;

/// <summary>What one reply says of one claim.</summary>
/// <param name="Evidence">The number of the evidence that decides, from 1; 0 where none is named.</param>
/// <param name="Quote">What it is said to say, unchecked.</param>
internal sealed record ClaimVote(bool IsSupported, string Reason, int Evidence, string? Quote);

namespace EvalHarness.Evaluators.Citations;

/// <summary>A sentence and what its citations are worth.</summary>
/// <param name="IsSupported">By the documents it cites, together.</param>
/// <param name="IsGoldSupported">By the gold evidence in the documents it cites.</param>
/// <param name="Elsewhere">Of a sentence that is not supported by what it cites: another document among the passages that supports it; absent when none does.</param>
internal sealed record JudgedSentence(string Text, bool IsSupported, bool IsGoldSupported, string? Elsewhere, IReadOnlyList<JudgedCitation> Citations);

using EvalHarness.Datasets;

namespace EvalHarness.Evaluators.Groundedness;

/// <param name="Claim">The claim's text.</param>
/// <param name="Support">How well the evidence supports it, in [0, 1].</param>
/// <param name="IsSupported"><paramref name="Support"/> reaches the verifier's threshold.</param>
/// <param name="Document">The document of the best evidence; absent when nothing resembles the claim.</param>
/// <param name="Span">Where the best evidence stands in that document; absent when the place of a passage is not known.</param>
/// <param name="Reason">What is missing or contradicted; absent when supported.</param>
/// <param name="Quote">The best evidence to the letter.</param>
public sealed record ClaimVerdict(string Claim, double Support, bool IsSupported, string? Document, TextSpan? Span, string? Reason, string? Quote = null)
{
    /// <summary>Unsupported because the evidence says otherwise, not because it does not say so; a verifier that cannot tell leaves it false.</summary>
    public bool IsContradicted { get; init; }

    /// <summary>What each of several judgings says, in their order; absent where there is only one way to say it.</summary>
    public IReadOnlyList<bool>? Votes { get; init; }
}

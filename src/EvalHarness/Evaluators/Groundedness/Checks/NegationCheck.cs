using System.Numerics;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>What the evidence denies must not be claimed, nor the reverse. Asked only where the wording is close: elsewhere a <c>not</c> says little.</summary>
internal sealed class NegationCheck : IClaimCheck
{
    private const double Factor = 0.38;
    private const int LeastDenied = 2;

    public IEnumerable<Finding> Check(EvidenceMatch match)
    {
        if (match.Closest is not { } closest)
            yield break;
        var denied = match.Texts[closest.Text].Negated[closest.First];
        var said = match.Texts[closest.Text].Masks[closest.First] & ~denied;
        // Where both deny something, which words each "not" belongs to is guesswork.
        var mine = match.Claim.NegatedStems;
        var clash = denied == 0 ? mine & said : mine == 0 ? denied & ~said : 0;
        // A sentence may deny an aside; what a claim denies it says on purpose.
        if (mine == 0 && BitOperations.PopCount(clash) < LeastDenied)
            yield break;
        if (clash != 0)
            yield return new Finding(Factor, $"the evidence says the opposite about '{match.Claim.Wording(BitOperations.TrailingZeroCount(clash))}'", IsContradiction: true);
    }
}

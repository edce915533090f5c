using System.Numerics;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>What the evidence denies must not be claimed, nor the reverse. Asked only where the wording is close: elsewhere a <c>not</c> says little.</summary>
internal sealed class NegationCheck : IClaimCheck
{
    private const double Factor = 0.45;
    private const double CloseWording = 0.75;

    public IEnumerable<Finding> Check(EvidenceMatch match)
    {
        if (match.Best is not { } best || match.Coverage(best.Mask) < CloseWording)
            yield break;
        var text = match.Texts[best.Text];
        var (denied, said) = (0UL, 0UL);
        for (var sentence = best.First; sentence < best.End; sentence++)
        {
            denied |= text.Negated[sentence];
            said |= text.Masks[sentence] & ~text.Negated[sentence];
        }

        var clash = (match.Claim.NegatedStems & said & ~denied) | (~match.Claim.NegatedStems & denied & ~said);
        if (clash != 0)
            yield return new Finding(Factor, $"the evidence says the opposite about '{match.Claim.Wording(BitOperations.TrailingZeroCount(clash))}'");
    }
}

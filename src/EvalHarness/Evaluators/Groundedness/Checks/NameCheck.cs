using System.Numerics;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>Every name in a claim must stand somewhere in the evidence.</summary>
internal sealed class NameCheck : IClaimCheck
{
    private const double Factor = 0.6;

    public IEnumerable<Objection> Check(EvidenceMatch match)
    {
        var missing = match.Claim.Names & ~match.All;
        for (var found = 0; missing != 0 && found < 2; missing &= missing - 1, found++)
            yield return new Objection(Factor, $"'{match.Claim.Wording(BitOperations.TrailingZeroCount(missing))}' is not in the evidence");
    }
}

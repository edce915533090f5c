using System.Collections.Frozen;

namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>How strongly the claim speaks, beside its evidence: all for some, is for may be, because for and.</summary>
internal sealed class StrengthFeatures : IFeatureFamily
{
    public IReadOnlyList<Feature> Features { get; } =
    [
        new("universal-added", -1, "1 when the claim says all, only, always and the best window nothing of the kind"),
        new("comparison-added", -1, "1 when the claim compares and the best window does not"),
        new("cause-added", -1, "1 when the claim says why and the best window does not"),
        new("hedge-dropped", -1, "1 when the best window leaves open (may, reportedly, if) what the claim states"),
        new("hedged", 0, "1 when the claim leaves open what it says"),
        new("time-order-added", -1, "1 when the claim says before, after, later and the best window does not"),
    ];

    public void Read(ClaimReading reading, Span<double> values)
    {
        var there = reading.BestWords.Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
        values[0] = Added(reading, there, WordKinds.Universal);
        values[1] = Added(reading, there, WordKinds.Comparing);
        values[2] = Added(reading, there, WordKinds.Causal);
        values[4] = reading.Claim.Words.Exists(w => WordKinds.Hedging.Contains(w.Stem)) ? 1 : 0;
        values[3] = values[4] == 0 && there.Overlaps(WordKinds.Hedging) ? 1 : 0;
        values[5] = Added(reading, there, WordKinds.Temporal);
    }

    private static double Added(ClaimReading reading, HashSet<string> there, FrozenSet<string> kind) =>
        reading.Claim.Words.Exists(w => kind.Contains(w.Stem)) && !there.Overlaps(kind) ? 1 : 0;
}

using EvalHarness.Evaluators.Groundedness.Checks;

namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>Negations and opposites: whether the evidence says the reverse.</summary>
internal sealed class PolarityFeatures : IFeatureFamily
{
    private static readonly OppositeCheck Opposites = new();

    public IReadOnlyList<Feature> Features { get; } =
    [
        new("denied-here", -1, "stems that the claim denies and its best sentence affirms, at most 3"),
        new("denied-there", -1, "stems that the best sentence denies and the claim affirms, at most 3"),
        new("opposites", -1, "words whose opposite the best window has in their place, at most 2"),
        new("denies", 0, "1 when the claim denies something"),
        new("denied-anywhere", -1, "share of the claim's found stems that the evidence only ever denies while the claim affirms them, in [0, 1]"),
    ];

    public void Read(ClaimReading reading, Span<double> values)
    {
        var text = reading.Match.Texts[reading.Single.Text];
        var (said, denied) = (text.Masks[reading.Single.First], text.Negated[reading.Single.First]);
        var mine = reading.Claim.NegatedStems;
        values[0] = denied == 0 ? Math.Min(3, ClaimReading.Count(mine & said)) : 0;
        values[1] = mine == 0 ? Math.Min(3, ClaimReading.Count(denied & reading.Own)) : 0;
        values[2] = Math.Min(2, Opposites.Check(reading.Match).Count());
        values[3] = mine == 0 ? 0 : 1;
        values[4] = DeniedAnywhere(reading, mine);
    }

    private static double DeniedAnywhere(ClaimReading reading, ulong mine)
    {
        var (affirmed, denied) = (0UL, 0UL);
        foreach (var text in reading.Match.Texts)
        {
            for (var sentence = 0; sentence < text.Masks.Length; sentence++)
                (affirmed, denied) = (affirmed | (text.Masks[sentence] & ~text.Negated[sentence]), denied | text.Negated[sentence]);
        }

        var found = ClaimReading.Count(reading.Match.All & reading.Own);
        return found == 0 ? 0 : ClaimReading.Count(denied & ~affirmed & ~mine & reading.Own) / (double)found;
    }
}

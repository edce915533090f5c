namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>Claims about the evidence itself: <c>the passage does not mention opening hours</c> is right when it does not.</summary>
internal sealed class FramingFeatures : IFeatureFamily
{
    public IReadOnlyList<Feature> Features { get; } =
    [
        new("says-not-mentioned", 0, "1 when the claim says that the evidence does not say something"),
        new("not-mentioned-but-there", -1, "of such a claim, the weighted share of its other stems that stand in the evidence, in [0, 1]; else 0"),
    ];

    public void Read(ClaimReading reading, Span<double> values)
    {
        var framing = 0UL;
        for (var bit = 0; bit < reading.Claim.Stems.Count; bit++)
            framing |= WordKinds.Framing.Contains(reading.Claim.Stems[bit]) ? 1UL << bit : 0;
        if ((framing & reading.Claim.NegatedStems) == 0)
            return;
        values[0] = 1;
        values[1] = reading.Share(reading.Best.Mask, reading.Own & ~framing);
    }
}

namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>How much of the claim's content the evidence has: in one sentence, one window, two windows, anywhere.</summary>
internal sealed class CoverageFeatures : IFeatureFamily
{
    public IReadOnlyList<Feature> Features { get; } =
    [
        new("coverage-sentence", 1, "weighted share of the claim's stems in its best sentence, in [0, 1]"),
        new("coverage-window", 1, "the same for the best window of up to three sentences"),
        new("coverage-two-windows", 1, "the same for the best window and the one that adds most to it"),
        new("coverage-all", 1, "the same for the whole of the evidence"),
        new("coverage-plain", 1, "unweighted share of the claim's own stems anywhere in the evidence, in [0, 1]"),
        new("coverage-window-new", 1, "weighted share in the best window, of stems that the question does not have, in [0, 1]"),
        new("coverage-all-new", 1, "weighted share anywhere, of stems that the question does not have, in [0, 1]"),
        new("coverage-carried", 1, "weighted share in the best sentence, names counted wherever they stand (pronouns refer to them), in [0, 1]"),
        new("coverage-scattered", -1, "coverage-all less coverage-window: found, but not together, in [0, 1]"),
        new("echo-share", 0, "share of the claim's own stems that repeat the question, in [0, 1]"),
    ];

    public void Read(ClaimReading reading, Span<double> values)
    {
        var match = reading.Match;
        var fresh = reading.Own & ~reading.Claim.Echoes;
        var window = match.Coverage(reading.Best.Mask);
        values[0] = match.Coverage(reading.Single.Mask);
        values[1] = window;
        values[2] = match.Second is { } second ? match.Coverage(second.Mask) : window;
        values[3] = match.Coverage(match.All);
        values[4] = reading.Own == 0 ? 1 : ClaimReading.Count(reading.Own & match.All) / (double)ClaimReading.Count(reading.Own);
        values[5] = reading.Share(reading.Best.Mask, fresh);
        values[6] = reading.Share(match.All, fresh);
        values[7] = match.Coverage(reading.Single.Mask | (reading.Claim.Names & match.All));
        values[8] = values[3] - window;
        values[9] = reading.Own == 0 ? 0 : ClaimReading.Count(reading.Own & reading.Claim.Echoes) / (double)ClaimReading.Count(reading.Own);
    }
}

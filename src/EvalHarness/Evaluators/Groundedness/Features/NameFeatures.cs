namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>Names: whether the evidence has them, together, beside what is said of them.</summary>
internal sealed class NameFeatures : IFeatureFamily
{
    private const double Most = 4;

    public IReadOnlyList<Feature> Features { get; } =
    [
        new("names-nowhere", -1, "names that neither evidence nor question has, at most 4", true),
        new("names-nowhere-share", -1, "their share of the claim's names, in [0, 1]"),
        new("names-not-here", -1, "share of the claim's names that the evidence has, but not in the best window, in [0, 1]"),
        new("names-together", 1, "share of the claim's found names that one sentence has together, in [0, 1]; 1 without names"),
        new("name-share", 0, "names among the claim's own stems, in [0, 1]"),
    ];

    public void Read(ClaimReading reading, Span<double> values)
    {
        var names = reading.Claim.Names & reading.Own;
        var count = ClaimReading.Count(names);
        var nowhere = names & reading.Missing;
        values[0] = Math.Min(Most, ClaimReading.Count(nowhere & ~reading.Claim.Echoes));
        values[1] = count == 0 ? 0 : ClaimReading.Count(nowhere) / (double)count;
        values[2] = count == 0 ? 0 : ClaimReading.Count(names & reading.Match.All & ~reading.Best.Mask) / (double)count;
        values[3] = Together(reading, names & reading.Match.All);
        values[4] = reading.Own == 0 ? 0 : count / (double)ClaimReading.Count(reading.Own);
    }

    private static double Together(ClaimReading reading, ulong names)
    {
        if (names == 0)
            return 1;
        var most = 0;
        foreach (var text in reading.Match.Texts)
        {
            foreach (var mask in text.Masks)
                most = Math.Max(most, ClaimReading.Count((mask | text.Title) & names));
        }

        return most / (double)ClaimReading.Count(names);
    }
}

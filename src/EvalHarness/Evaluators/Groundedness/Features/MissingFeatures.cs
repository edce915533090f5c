namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>What of the claim stands nowhere in the evidence, by how much it says.</summary>
internal sealed class MissingFeatures : IFeatureFamily
{
    private const double Most = 6;

    public IReadOnlyList<Feature> Features { get; } =
    [
        new("missing-specific", -1, "own stems found nowhere that are neither names nor vague, framing or judging words, at most 6", true),
        new("missing-specific-share", -1, "their share of the claim's stems, in [0, 1]"),
        new("missing-vague", -1, "vague words found nowhere, at most 6", true),
        new("missing-evaluative", -1, "judging words found nowhere, at most 6", true),
        new("missing-framing", 0, "framing words found nowhere, at most 6", true),
        new("missing-in-window", -1, "specific stems that the best window lacks, at most 6", true),
        new("missing-run", -1, "longest run of own stems in a row found nowhere, at most 6", true),
        new("missing-run-window", -1, "longest run of own stems in a row that the best window lacks, at most 6", true),
        new("missing-adverbs", -1, "missing words in -ly, at most 6", true),
        new("missing-qualities", -1, "missing words that end like adjectives, at most 6", true),
        new("missing-actions", -1, "missing words that end like verbs (-ed, -ing), at most 6", true),
        new("missing-long", -1, "missing words of nine letters or more, at most 6", true),
        new("missing-rare", -1, "missing specific words that are not everyday words either, at most 6", true),
        new("missing-rare-share", -1, "their share of the claim's stems, in [0, 1]"),
        new("missing-rare-window", -1, "rare words that the best window lacks, at most 6", true),
        new("vague-share", 0, "share of vague, framing and judging words among the claim's stems, in [0, 1]"),
    ];

    public void Read(ClaimReading reading, Span<double> values)
    {
        var (light, vague, evaluative, framing) = Kinds(reading.Claim);
        var specific = reading.Own & ~light & ~reading.Claim.Names & ~reading.Match.Light;
        var count = Math.Max(1, ClaimReading.Count(reading.Own));
        values[0] = Cap(reading.Missing & specific);
        values[1] = ClaimReading.Count(reading.Missing & specific) / (double)count;
        values[2] = Cap(reading.Missing & vague);
        values[3] = Cap(reading.Missing & evaluative);
        values[4] = Cap(reading.Missing & framing);
        values[5] = Cap(reading.MissingInBest & specific);
        values[6] = Run(reading, reading.Missing);
        values[7] = Run(reading, reading.MissingInBest);
        foreach (var bit in ClaimReading.Bits(reading.Missing))
            AddEnding(reading.Claim.Wording(bit), values);
        var rare = specific & ~Everyday(reading.Claim);
        values[12] = Cap(reading.Missing & rare);
        values[13] = ClaimReading.Count(reading.Missing & rare) / (double)count;
        values[14] = Cap(reading.MissingInBest & rare);
        values[15] = ClaimReading.Count(light) / (double)count;
    }

    private static (ulong Light, ulong Vague, ulong Evaluative, ulong Framing) Kinds(PreparedClaim claim)
    {
        var (vague, evaluative, framing) = (0UL, 0UL, 0UL);
        for (var bit = 0; bit < claim.Stems.Count; bit++)
        {
            vague |= WordKinds.Vague.Contains(claim.Stems[bit]) ? 1UL << bit : 0;
            evaluative |= WordKinds.Evaluative.Contains(claim.Stems[bit]) ? 1UL << bit : 0;
            framing |= WordKinds.Framing.Contains(claim.Stems[bit]) ? 1UL << bit : 0;
        }

        return (vague | evaluative | framing, vague, evaluative, framing);
    }

    private static ulong Everyday(PreparedClaim claim)
    {
        var everyday = 0UL;
        for (var bit = 0; bit < claim.Stems.Count; bit++)
            everyday |= WordKinds.Everyday.Contains(claim.Stems[bit]) ? 1UL << bit : 0;
        return everyday;
    }

    private static void AddEnding(string word, Span<double> values)
    {
        values[8] = Math.Min(Most, values[8] + (word.EndsWith("ly", StringComparison.Ordinal) ? 1 : 0));
        values[9] = Math.Min(Most, values[9] + (IsQuality(word) ? 1 : 0));
        values[10] = Math.Min(Most, values[10] + (word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal) ? 1 : 0));
        values[11] = Math.Min(Most, values[11] + (word.Length >= 9 ? 1 : 0));
    }

    private static bool IsQuality(string word) =>
        word.EndsWith("ous", StringComparison.Ordinal) || word.EndsWith("ive", StringComparison.Ordinal) || word.EndsWith("ful", StringComparison.Ordinal)
        || word.EndsWith("able", StringComparison.Ordinal) || word.EndsWith("ible", StringComparison.Ordinal) || word.EndsWith("ic", StringComparison.Ordinal)
        || word.EndsWith("al", StringComparison.Ordinal) || word.EndsWith("ant", StringComparison.Ordinal) || word.EndsWith("ent", StringComparison.Ordinal);

    private static double Cap(ulong mask) => Math.Min(Most, ClaimReading.Count(mask));

    private static double Run(ClaimReading reading, ulong missing)
    {
        var (longest, run) = (0, 0);
        foreach (var bit in reading.Claim.WordBits)
        {
            if (bit < 0)
                continue;
            run = (missing >> bit & 1) != 0 ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return Math.Min(Most, longest);
    }
}

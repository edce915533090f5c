namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>The claim phrase by phrase: a good sentence with one made-up phrase is not supported. And how much of it is the evidence's own wording.</summary>
internal sealed class PhraseFeatures : IFeatureFamily
{
    public IReadOnlyList<Feature> Features { get; } =
    [
        new("runs-of-two", 1, "share of all words inside runs of two or more words that the evidence has in a row, in [0, 1]"),
        new("runs-of-three", 1, "the same for three"),
        new("runs-of-five", 1, "the same for five"),
        new("longest-run", 1, "the longest run's share of the claim, in [0, 1]"),
        new("weakest-phrase", 1, "the least weighted share of a phrase's stems anywhere in the evidence, in [0, 1]"),
        new("weakest-phrase-sentence", 1, "the least, over phrases, of the best share that one sentence has of it, in [0, 1]"),
        new("mean-phrase-sentence", 1, "the mean of the same"),
        new("weakest-phrase-window", 1, "the least weighted share of a phrase in the claim's best window, in [0, 1]"),
        new("phrases-unsupported", -1, "share of phrases of which no sentence has half, in [0, 1]"),
        new("first-phrase-window", 1, "weighted share of the first phrase, often the subject, in the best window, in [0, 1]"),
        new("last-phrase-window", 1, "weighted share of the last phrase in the best window, in [0, 1]"),
        new("spliced", -1, "share of words that stand word for word in the evidence, but in another sentence than the one that has most of them, in [0, 1]"),
        new("neighbour-phrases-together", 1, "the least, over neighbouring phrases, of the best share that one sentence has of both, in [0, 1]"),
    ];

    public void Read(ClaimReading reading, Span<double> values)
    {
        values[0] = reading.Runs.ShareAtLeast(2);
        values[1] = reading.Runs.ShareAtLeast(3);
        values[2] = reading.Runs.ShareAtLeast(5);
        values[3] = reading.Runs.LongestShare;
        var phrases = PhraseSplitter.Split(reading.Claim);
        values[4..].Fill(1);
        values[8] = 0;
        values[11] = reading.Runs.SplicedShare;
        if (phrases.Count == 0)
            return;
        var best = phrases.ConvertAll(phrase => BestShare(reading, phrase));
        values[4] = phrases.Min(p => reading.Share(reading.Match.All, p));
        values[5] = best.Min();
        values[6] = best.Average();
        values[7] = phrases.Min(p => reading.Share(reading.Best.Mask, p));
        values[8] = best.Count(share => share < 0.5) / (double)best.Count;
        values[9] = reading.Share(reading.Best.Mask, phrases[0]);
        values[10] = reading.Share(reading.Best.Mask, phrases[^1]);
        for (var i = 1; i < phrases.Count; i++)
            values[12] = Math.Min(values[12], BestShare(reading, phrases[i - 1] | phrases[i]));
        if (phrases.Count == 1)
            values[12] = best[0];
    }

    private static double BestShare(ClaimReading reading, ulong phrase)
    {
        var (most, all) = (0.0, reading.Match.Weight(phrase));
        var seen = 0UL;
        foreach (var text in reading.Match.Texts)
        {
            foreach (var mask in text.Masks)
            {
                var part = (mask | text.Title) & phrase;
                if (part == 0 || part == seen)
                    continue;
                seen = part;
                most = Math.Max(most, reading.Match.Weight(part));
            }
        }

        return all > 0 ? most / all : 1;
    }
}

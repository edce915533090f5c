namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>Who did what: whether the claim's words stand together and in the same order in the evidence.</summary>
internal sealed class OrderFeatures : IFeatureFamily
{
    public IReadOnlyList<Feature> Features { get; } =
    [
        new("pairs-adjacent", 1, "share of neighbouring content words that are neighbours in the evidence, in [0, 1]"),
        new("pairs-together", 1, "share of neighbouring content words that share a sentence of the evidence, in [0, 1]"),
        new("pairs-apart", -1, "share of neighbouring content words that are both found but never in one sentence, in [0, 1]"),
        new("order-kept", 1, "share of pairs of the claim's words that keep their order in the best sentence, in [0, 1]; 1 with fewer than two"),
        new("sentences-needed", -1, "sentences that it takes to collect every word that is found, at most 6", true),
    ];

    private const int MostSentences = 6;

    public void Read(ClaimReading reading, Span<double> values)
    {
        values[0] = WordOrder.Share(reading.Match);
        (values[1], values[2]) = Pairs(reading);
        values[3] = OrderKept(reading);
        values[4] = SentencesNeeded(reading);
    }

    private static (double Together, double Apart) Pairs(ClaimReading reading)
    {
        var (pairs, together, apart) = (0, 0, 0);
        var last = -1;
        foreach (var bit in reading.Claim.WordBits)
        {
            if (bit < 0)
                continue;
            if (last >= 0 && last != bit)
            {
                pairs++;
                var both = (1UL << last) | (1UL << bit);
                if ((reading.Match.All & both) == both)
                    _ = reading.Match.Texts.Any(t => Array.Exists(t.Masks, m => (m & both) == both)) ? together++ : apart++;
            }

            last = bit;
        }

        return pairs == 0 ? (1, 0) : (together / (double)pairs, apart / (double)pairs);
    }

    private static double OrderKept(ClaimReading reading)
    {
        var text = reading.Match.Texts[reading.Single.Text];
        var (first, end) = text.Evidence.Sentences[reading.Single.First];
        var places = new List<int>();
        foreach (var bit in ClaimReading.Bits(reading.Single.Mask & reading.Own))
        {
            for (var word = first; word < end; word++)
            {
                if (text.Bit(word) != bit)
                    continue;
                places.Add(word);
                break;
            }
        }

        var (kept, pairs) = (0, 0);
        for (var i = 0; i < places.Count; i++)
        {
            for (var j = i + 1; j < places.Count; j++)
                (kept, pairs) = (kept + (places[i] < places[j] ? 1 : 0), pairs + 1);
        }

        return pairs == 0 ? 1 : kept / (double)pairs;
    }

    private static double SentencesNeeded(ClaimReading reading)
    {
        var left = reading.Match.All & reading.Own;
        var needed = 0;
        while (left != 0 && needed < MostSentences)
        {
            var most = 0UL;
            foreach (var text in reading.Match.Texts)
            {
                foreach (var mask in text.Masks)
                    most = ClaimReading.Count((mask | text.Title) & left) > ClaimReading.Count(most) ? (mask | text.Title) & left : most;
            }

            if (most == 0)
                break;
            left &= ~most;
            needed++;
        }

        return needed;
    }
}

using EvalHarness.Embedded.Learning;

namespace EvalHarness.Embedded.Reading;

/// <summary>Ranks the sentences of the passages by what was learned.</summary>
internal static class TunedEvidence
{
    private static readonly int Coverage = SentenceFeatures.IndexOf("coverage");
    private static readonly int Focus = SentenceFeatures.IndexOf("focus");
    private static readonly int Around = SentenceFeatures.IndexOf("around");
    private static readonly int Passage = SentenceFeatures.IndexOf("passage");
    private static readonly int Number = SentenceFeatures.IndexOf("number");

    /// <summary>The untuned features, each sentence's share of the best in the prompt, and what memory and associations say of it.</summary>
    public static float[][] Features(AskedQuestion question, Evidence evidence, Associations associations, Recollection? memory, IReadOnlySet<string> remembered)
    {
        var plain = new SentenceFeatures(question, evidence);
        var features = evidence.Sentences.Select(plain.Of).ToList();
        var highest = Enumerable.Range(0, SentenceFeatures.Names.Count).Select(i => features.Select(f => f[i]).DefaultIfEmpty(0).Max()).ToArray();
        return [.. evidence.Sentences.Select((s, i) => (float[])
        [
            .. features[i],
            ShareOfBest(features[i], highest, Coverage),
            ShareOfBest(features[i], highest, Focus),
            ShareOfBest(features[i], highest, Passage),
            features[i][Coverage] * features[i][Number],
            features[i][Coverage] * features[i][Around],
            associations.Strength(question.Weights, s.Set),
            .. Remembered(s, memory, remembered),
        ])];
    }

    public static IReadOnlyList<RankedSentence> Rank(Evidence evidence, float[][] features, LinearModel ranker) =>
        [.. evidence.Sentences.Zip(features, (s, f) => new RankedSentence(s, ranker.Probability(f), f)).OrderByDescending(r => r.Score)];

    /// <summary>What tells whether the best sentence can be trusted.</summary>
    public static float[] TrustFeatures(AskedQuestion question, IReadOnlyList<RankedSentence> ranked, Recollection? memory)
    {
        var (best, next) = (ranked[0], ranked.Count > 1 ? ranked[1].Score : 0);
        return
        [
            (float)best.Score,
            (float)Math.Log(best.Score + 1e-3),
            (float)(best.Score - next),
            best.Features[Coverage],
            best.Features[Focus],
            best.Features[Passage],
            (float)(memory?.Confidence ?? 0),
            MathF.Log(1 + question.Weights.Count) / 4,
        ];
    }

    /// <summary>What tells whether the second sentence belongs to the answer.</summary>
    public static float[] SecondFeatures(AskedQuestion question, IReadOnlyList<RankedSentence> ranked)
    {
        var (best, next) = (ranked[0], ranked[1]);
        return
        [
            (float)next.Score,
            (float)(next.Score / Math.Max(best.Score, 1e-6)),
            best.Evidence.Document == next.Evidence.Document ? 1 : 0,
            best.Evidence.Neighbours.IsSupersetOf(next.Evidence.Set) ? 1 : 0,
            question.Text.Count(c => c == '?'),
            question.Text.Contains(" and ", StringComparison.OrdinalIgnoreCase) ? 1 : 0,
            MathF.Log(1 + question.Weights.Count) / 4,
            (float)best.Evidence.Terms.Count / 20,
        ];
    }

    private static float ShareOfBest(float[] features, float[] highest, int i) => highest[i] > 0 ? features[i] / highest[i] : 0;

    private static float[] Remembered(EvidenceSentence sentence, Recollection? memory, IReadOnlySet<string> remembered)
    {
        if (memory is null)
            return [0, 0];
        var cited = memory.Learned.Citations.Any(c => c.Document == sentence.Document);
        return [(float)(memory.Confidence * Overlap.F1(remembered, sentence.Set)), cited ? (float)memory.Confidence : 0];
    }
}

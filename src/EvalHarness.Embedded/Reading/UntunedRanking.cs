namespace EvalHarness.Embedded.Reading;

/// <summary>Ranks sentences by fixed weights.</summary>
internal static class UntunedRanking
{
    // A second sentence must be nearly as good as the first, and speak of something that the first does not.
    private const double NearlyAsGood = 0.85;
    private const double NewShare = 0.15;

    private static readonly Dictionary<string, float> Weights = new(StringComparer.Ordinal)
    {
        ["coverage"] = 0.45f,
        ["focus"] = 0.10f,
        ["around"] = 0.22f,
        ["neighbours"] = 0.14f,
        ["passage"] = 0.05f,
        ["pairs"] = 0.12f,
        ["density"] = 0.16f,
        ["alike"] = 0.25f,
        ["number"] = 0.04f,
        ["time"] = 0.04f,
        ["money"] = 0.04f,
        ["place"] = 0.04f,
        ["bound"] = 0.03f,
        ["permission"] = 0.03f,
        ["rank"] = 0.12f,
        ["asker"] = 0.03f,
        ["earlier"] = 0.05f,
        ["opens-list"] = -0.05f,
    };

    private static readonly float[] Vector = [.. SentenceFeatures.Names.Select(name => Weights.GetValueOrDefault(name))];

    /// <summary>Best first; sentences that score alike keep the order of the prompt.</summary>
    public static IReadOnlyList<RankedSentence> Rank(AskedQuestion question, Evidence evidence)
    {
        var features = new SentenceFeatures(question, evidence);
        return [.. evidence.Sentences.Select(s => Ranked(s, features.Of(s))).OrderByDescending(r => r.Score)];
    }

    public static IReadOnlyList<EvidenceSentence> Choose(AskedQuestion question, IReadOnlyList<RankedSentence> ranked)
    {
        var first = ranked[0];
        var second = ranked.Skip(1).FirstOrDefault(r => r.Score >= NearlyAsGood * first.Score && Adds(question, first.Evidence, r.Evidence));
        return second is null ? [first.Evidence] : [first.Evidence, second.Evidence];
    }

    private static bool Adds(AskedQuestion question, EvidenceSentence first, EvidenceSentence second)
    {
        var added = question.Weights.Keys.Count(t => second.Set.Contains(t) && !first.Set.Contains(t));
        return added >= NewShare * question.Weights.Count;
    }

    private static RankedSentence Ranked(EvidenceSentence sentence, float[] features)
    {
        var score = 0f;
        for (var i = 0; i < features.Length; i++)
            score += features[i] * Vector[i];
        return new RankedSentence(sentence, Math.Clamp(score, 0, 1), features);
    }
}

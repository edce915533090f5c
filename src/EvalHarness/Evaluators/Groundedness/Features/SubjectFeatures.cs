namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>Whether what is said is said of the same: the predicate's words beside the subject's.</summary>
internal sealed class SubjectFeatures : IFeatureFamily
{
    public IReadOnlyList<Feature> Features { get; } =
    [
        new("said-of-subject", 1, "weighted share of the rest of the claim in the best sentence that has a word of the first phrase, or follows one that has, in [0, 1]"),
        new("subject-gap", -1, "by how much less that is than in the best sentence whatever its subject, in [0, 1]"),
        new("sentence-focus", 0, "share of the best sentence's content words that the claim has, in [0, 1]"),
        new("sentence-extra", 0, "content words of the best sentence that the claim lacks, at most 20, over 20"),
    ];

    public void Read(ClaimReading reading, Span<double> values)
    {
        var phrases = PhraseSplitter.Split(reading.Claim);
        values[0] = 1;
        if (phrases.Count > 0 && (reading.Own & ~phrases[0]) is not 0 and var rest)
        {
            var (of, any) = Rest(reading, phrases[0], rest);
            (values[0], values[1]) = (of, any - of);
        }

        var (shared, all) = Focus(reading);
        values[2] = all == 0 ? 0 : shared / (double)all;
        values[3] = Math.Min(20, all - shared) / 20.0;
    }

    private static (double OfSubject, double OfAny) Rest(ClaimReading reading, ulong subject, ulong rest)
    {
        var (ofSubject, ofAny) = (0.0, 0.0);
        foreach (var text in reading.Match.Texts)
        {
            var before = text.Title;
            foreach (var mask in text.Masks)
            {
                if ((mask & rest) != 0)
                {
                    var share = reading.Share(mask | text.Title, rest);
                    ofAny = Math.Max(ofAny, share);
                    ofSubject = ((mask | before | text.Title) & subject) != 0 ? Math.Max(ofSubject, share) : ofSubject;
                }

                before = mask;
            }
        }

        return (ofSubject, ofAny);
    }

    private static (int Shared, int All) Focus(ClaimReading reading)
    {
        var text = reading.Match.Texts[reading.Single.Text];
        var (first, end) = text.Evidence.Sentences[reading.Single.First];
        var (shared, all) = (0, 0);
        for (var word = first; word < end; word++)
        {
            if (text.Evidence.Terms[word] >= 0)
                (shared, all) = (shared + (text.Bit(word) >= 0 ? 1 : 0), all + 1);
        }

        return (shared, all);
    }
}

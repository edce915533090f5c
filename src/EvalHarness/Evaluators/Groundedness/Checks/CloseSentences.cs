namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>The few sentences that share most with a claim: where a contradiction would stand.</summary>
internal static class CloseSentences
{
    private const double LeastClose = 0.5;
    private const double Apart = 0.9;
    private const int Most = 5;

    /// <summary>Closest first.</summary>
    public static List<CloseSentence> Find(EvidenceMatch match)
    {
        var found = new List<CloseSentence>();
        foreach (var text in match.Texts)
        {
            var before = 0UL;
            for (var sentence = 0; sentence < text.Masks.Length; sentence++)
            {
                var mask = text.Masks[sentence] | text.Title;
                if (text.Masks[sentence] != 0 && Closeness(match, mask | (before & match.Claim.Names)) is >= LeastClose and var share)
                    found.Add(new CloseSentence(text, sentence, share));
                before = text.Evidence.Fields[sentence] ? before | mask : mask;
            }
        }

        return [.. found.OrderByDescending(s => s.Share).Take(Most)];
    }

    /// <summary>Names and words that exclude others apart, when the claim says more than they do: something else in their place is what is looked for.</summary>
    private static double Closeness(EvidenceMatch match, ulong mask) => Math.Max(match.Coverage(mask), Apart * match.Share(mask, match.Claim.Own & ~match.Claim.Exchangeable));
}

namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>For each word of a claim the longest run of words through it that stands in the evidence as it is, function words included.</summary>
internal sealed class WordRuns
{
    private const int LeastRun = 3;

    private readonly int[] longest;
    private readonly int[] seenIn;
    private int sentences;
    private int mostInSentence;

    public WordRuns(EvidenceMatch match)
    {
        (longest, seenIn) = (new int[match.Claim.Words.Count], new int[match.Claim.Words.Count]);
        foreach (var text in match.Texts)
        {
            for (var sentence = 0; sentence < text.Masks.Length; sentence++)
            {
                if (text.Masks[sentence] != 0)
                    Read(match.Claim, text, text.Evidence.Sentences[sentence]);
            }
        }
    }

    /// <summary>The share of words inside runs of at least this length, in [0, 1].</summary>
    public double ShareAtLeast(int length) => longest.Length == 0 ? 1 : Count(length) / (double)longest.Length;

    /// <summary>The root of the mean, over words, of the longest run's share of the claim, in [0, 1]: 1 for a copy in one piece.</summary>
    public double Density => longest.Length == 0 ? 1 : Math.Sqrt(longest.Average() / longest.Length);

    public double LongestShare => longest.Length == 0 ? 1 : longest.Max() / (double)longest.Length;

    /// <summary>The share of words inside runs of three or more that are not all of one sentence: pieces of several put together, in [0, 1].</summary>
    public double SplicedShare => longest.Length == 0 ? 0 : (Count(LeastRun) - mostInSentence) / (double)longest.Length;

    private int Count(int length)
    {
        var count = 0;
        foreach (var run in longest)
            count += run >= length ? 1 : 0;
        return count;
    }

    private void Read(PreparedClaim claim, TextMatch text, (int First, int End) sentence)
    {
        sentences++;
        var inSentence = 0;
        for (var there = sentence.First; there < sentence.End; there++)
        {
            if (text.Bit(there) is not (>= 0 and var bit))
                continue;
            for (var here = 0; here < claim.Words.Count; here++)
            {
                if (claim.WordBits[here] == bit)
                    inSentence += ReadAt(claim, text.Evidence, here, there);
            }
        }

        mostInSentence = Math.Max(mostInSentence, inSentence);
    }

    /// <summary>How many words of the claim this run adds to its sentence's.</summary>
    private int ReadAt(PreparedClaim claim, PreparedEvidence evidence, int here, int there)
    {
        var (before, after, added) = (0, 1, 0);
        while (Same(claim, evidence, here - before - 1, there - before - 1))
            before++;
        while (Same(claim, evidence, here + after, there + after))
            after++;
        var length = before + after;
        for (var i = here - before; i < here + after; i++)
        {
            longest[i] = Math.Max(longest[i], length);
            if (length < LeastRun || seenIn[i] == sentences)
                continue;
            seenIn[i] = sentences;
            added++;
        }

        return added;
    }

    private static bool Same(PreparedClaim claim, PreparedEvidence evidence, int here, int there)
    {
        if (here < 0 || there < 0 || here >= claim.Words.Count || there >= evidence.Words.Count)
            return false;
        var (mine, theirs) = (claim.Words[here].Lexeme, evidence.Words[there].Lexeme);
        return ReferenceEquals(mine, theirs) || string.Equals(mine.Stem, theirs.Stem, StringComparison.Ordinal);
    }
}

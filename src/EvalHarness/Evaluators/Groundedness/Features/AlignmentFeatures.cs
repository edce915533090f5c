using System.Collections.Frozen;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>How the claim is made of its best sentence: in one piece, in pieces, with something left out between them.</summary>
internal sealed class AlignmentFeatures : IFeatureFamily
{
    private static readonly FrozenSet<string> Qualifiers = WordKinds.Hedging.Concat(WordKinds.Universal).Concat("almost nearly about around roughly approximately least most over under up some many half not never no without first second last".Split(' ').Select(w => Lexicon.Find(w).Stem)).ToFrozenSet(StringComparer.Ordinal);

    public IReadOnlyList<Feature> Features { get; } =
    [
        new("copied-density", 1, "root of the mean, over the claim's words, of the length of the longest run through each over the claim's length, in [0, 1]"),
        new("copied-in-pieces", -1, "share of words in runs of three or more, times what the longest run leaves out, in [0, 1]"),
        new("skipped-inside", 0, "content words that the best sentence has between the claim's and the claim lacks, at most 12, over 12"),
        new("qualifiers-skipped", -1, "words like almost, some, may, not that the best sentence has between the claim's words and the claim lacks, at most 3"),
    ];

    public void Read(ClaimReading reading, Span<double> values)
    {
        values[0] = reading.Runs.Density;
        values[1] = reading.Runs.ShareAtLeast(3) * (1 - reading.Runs.LongestShare);
        var text = reading.Match.Texts[reading.Single.Text];
        var (first, end) = text.Evidence.Sentences[reading.Single.First];
        while (first < end && text.Bit(first) < 0)
            first++;
        while (end > first && text.Bit(end - 1) < 0)
            end--;
        var (skipped, qualifiers) = (0, 0);
        for (var word = first; word < end; word++)
        {
            var stem = text.Evidence.Words[word].Stem;
            skipped += text.Evidence.Terms[word] >= 0 && text.Bit(word) < 0 ? 1 : 0;
            qualifiers += Qualifiers.Contains(stem) && !reading.Claim.Words.Exists(w => w.Stem == stem) ? 1 : 0;
        }

        values[2] = Math.Min(12, skipped) / 12.0;
        values[3] = Math.Min(3, qualifiers);
    }
}

using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>A sentence of the evidence that speaks of what the claim speaks of.</summary>
/// <param name="Share">The weighted share of the claim's stems that it has, names of the sentence before it included, in [0, 1].</param>
internal readonly record struct CloseSentence(TextMatch Text, int Sentence, double Share)
{
    public (int First, int End) Words => Text.Evidence.Sentences[Sentence];

    public string Wording(int word) => Text.Evidence.Text[Text.Evidence.Words[word].Start..Text.Evidence.Words[word].End];

    /// <summary>The claim's stems in the clause around a word of this sentence.</summary>
    public ulong Stems(int word, bool isWide)
    {
        var (first, end) = Text.Evidence.Clauses.Around(word, isWide, Words);
        return StemsOf(first, end);
    }

    /// <summary>The claim's stems behind a word of this sentence, in its narrow clause.</summary>
    public ulong StemsBehind(int word) => StemsOf(word + 1, Text.Evidence.Clauses.Around(word, isWide: false, Words).End);

    /// <summary>The claim's stems among these words.</summary>
    public ulong StemsOf(int first, int end)
    {
        var mask = 0UL;
        for (var i = first; i < end; i++)
            mask |= Text.Bit(i) is var bit and >= 0 ? 1UL << bit : 0;
        return mask;
    }
}

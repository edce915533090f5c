namespace EvalHarness.TrainingData.Texts;

/// <summary>Sequences of words: what a copied passage keeps.</summary>
internal static class WordGrams
{
    /// <summary>Words in a sequence. The literature's 8 and 13 (PaLM, GPT-3) are for documents; questions are shorter.</summary>
    public const int Length = 5;

    /// <summary>A hash of each sequence in the order of the text, repetitions included; empty below <see cref="Length"/> words.</summary>
    public static List<ulong> Of(string plain)
    {
        var words = new List<ulong>();
        foreach (var range in plain.AsSpan().Split(' '))
            words.Add(Mixing.Of(plain.AsSpan(range)));
        var grams = new List<ulong>(Math.Max(0, words.Count - Length + 1));
        for (var first = 0; first + Length <= words.Count; first++)
            grams.Add(Gram(words, first));
        return grams;
    }

    private static ulong Gram(List<ulong> words, int first)
    {
        var hash = Mixing.Start;
        for (var i = first; i < first + Length; i++)
            hash = Mixing.Add(hash, words[i]);
        return Mixing.Finish(hash);
    }
}

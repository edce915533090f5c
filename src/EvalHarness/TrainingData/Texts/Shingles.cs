namespace EvalHarness.TrainingData.Texts;

/// <summary>The set of a text's runs of five letters, as sorted hashes: it changes little when a word does, in any language.</summary>
internal static class Shingles
{
    public const int Length = 5;

    /// <summary>A longer text is compared by its start, in letters.</summary>
    private const int MostLetters = 20_000;

    public static uint[] Of(string plain)
    {
        if (plain.Length == 0)
            return [];
        var text = plain.AsSpan(0, Math.Min(plain.Length, MostLetters));
        var hashes = new uint[Math.Max(1, text.Length - Length + 1)];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = (uint)Mixing.Of(text.Slice(i, Math.Min(Length, text.Length - i)));
        Array.Sort(hashes);
        return Distinct(hashes);
    }

    /// <summary>Shared shingles as a share of all: Jaccard's coefficient, in [0, 1]; 0 where a set is empty.</summary>
    public static double Similarity(uint[] first, uint[] second)
    {
        int shared = 0, i = 0, j = 0;
        while (i < first.Length && j < second.Length)
        {
            var (a, b) = (first[i], second[j]);
            shared += a == b ? 1 : 0;
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return shared == 0 ? 0 : (double)shared / (first.Length + second.Length - shared);
    }

    private static uint[] Distinct(uint[] sorted)
    {
        var kept = 1;
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] != sorted[kept - 1])
                sorted[kept++] = sorted[i];
        }

        return kept == sorted.Length ? sorted : sorted[..kept];
    }
}

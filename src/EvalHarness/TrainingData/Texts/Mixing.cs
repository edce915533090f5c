namespace EvalHarness.TrainingData.Texts;

/// <summary>Hashes that are the same on every machine. Not for secrets.</summary>
/// <remarks>Source: FNV-1a over UTF-16 code units, finished by MurmurHash3's mixing function (Appleby).</remarks>
internal static class Mixing
{
    public const ulong Start = 14695981039346656037UL;

    private const ulong Prime = 1099511628211UL;

    public static ulong Add(ulong hash, ulong part) => (hash ^ part) * Prime;

    public static ulong Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return hash ^ (hash >> 33);
    }

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Start;
        foreach (var letter in text)
            hash = Add(hash, letter);
        return Finish(hash);
    }
}

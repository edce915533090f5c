namespace EvalHarness.Embedded.Reading;

/// <summary>Whether two terms look like forms of one word.</summary>
internal static class Spelling
{
    private const int ShortestStem = 4;

    /// <summary>They begin alike for at least four letters and two thirds of the longer one, or differ by one letter at most.</summary>
    public static bool IsAlike(string a, string b)
    {
        if (a.Length < ShortestStem || b.Length < ShortestStem || char.IsDigit(a[0]) || char.IsDigit(b[0]))
            return false;
        var prefix = a.AsSpan().CommonPrefixLength(b);
        if (prefix >= ShortestStem && 3 * prefix >= 2 * Math.Max(a.Length, b.Length))
            return true;

        // What is left after the first difference must be the same, but for that one letter.
        var restA = a.AsSpan(prefix);
        var restB = b.AsSpan(prefix);
        return Math.Min(a.Length, b.Length) > ShortestStem && prefix > 0 && (restA.Length - restB.Length) switch
        {
            0 => restA[1..].SequenceEqual(restB[1..]) || IsSwap(restA, restB),
            1 => restA[1..].SequenceEqual(restB),
            -1 => restB[1..].SequenceEqual(restA),
            _ => false,
        };
    }

    private static bool IsSwap(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]);
}

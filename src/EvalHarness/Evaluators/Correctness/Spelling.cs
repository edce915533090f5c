namespace EvalHarness.Evaluators.Correctness;

/// <summary>Whether two words are one word, spelled or formed differently: <c>aether</c> and <c>ether</c>, <c>Shostakovitch</c> and <c>Shostakovich</c>, <c>Colombian</c> and <c>Colombia</c>.</summary>
internal static class Spelling
{
    /// <summary>Below this many letters one letter makes another word: <c>Iran</c>, <c>Iraq</c>.</summary>
    private const int LeastForName = 5;
    private const int LeastForWord = 7;
    private const int LeastForTwo = 10;
    private const int LeastRootOfName = 4;
    private const int LeastRootOfWord = 6;

    // Endings that make another word of one root; no -ia, for Niger is not Nigeria.
    private static readonly HashSet<string> Endings = new(
        ["", "s", "e", "es", "y", "n", "an", "ian", "ese", "ish", "i", "ic", "ical", "ics", "ism", "ist", "er", "or", "ed", "ing", "al", "ous", "ity", "ion", "ate", "ise", "ize", "is", "iz", "ary"],
        StringComparer.Ordinal);

    /// <summary>Other letters for one sound, or other endings of one root.</summary>
    /// <param name="left">A stem, in lower case without accents.</param>
    /// <param name="right">As <paramref name="left"/>.</param>
    /// <param name="isName">Of names a shorter root is enough: <c>Iran</c> and <c>Iranian</c>, but not <c>count</c> and <c>counter</c>.</param>
    public static bool AreOneWord(string left, string right, bool isName)
    {
        if (!left.All(char.IsLetter) || !right.All(char.IsLetter))
            return false;
        var (a, b) = (Plain(left), Plain(right));
        return a == b || (a[0] == b[0] && AreOneRoot(a, b, isName ? LeastRootOfName : LeastRootOfWord));
    }

    /// <summary>One letter off, in long words two; never the first.</summary>
    /// <param name="left">A stem, in lower case without accents.</param>
    /// <param name="right">As <paramref name="left"/>.</param>
    /// <param name="isName">Names are misspelled where other words are chosen: shorter ones count.</param>
    public static bool IsMisspelled(string left, string right, bool isName)
    {
        var shorter = Math.Min(left.Length, right.Length);
        return shorter >= (isName ? LeastForName : LeastForWord) && left[0] == right[0] && left.All(char.IsLetter) && right.All(char.IsLetter)
            && Distance(left, right) <= (shorter >= LeastForTwo ? 2 : 1);
    }

    private static bool AreOneRoot(string a, string b, int least)
    {
        var root = a.AsSpan().CommonPrefixLength(b);
        return root >= least && root * 2 > Math.Max(a.Length, b.Length) && Endings.Contains(a[root..]) && Endings.Contains(b[root..]) && (root > LeastRootOfName || a.Length == root || b.Length == root);
    }

    /// <summary>Without what spellings differ in: doubled letters, <c>ae</c>, <c>ph</c>, <c>-our</c>, <c>-ise</c>.</summary>
    private static string Plain(string word)
    {
        var even = word.Replace("ae", "e", StringComparison.Ordinal).Replace("oe", "e", StringComparison.Ordinal).Replace("ph", "f", StringComparison.Ordinal)
            .Replace("our", "or", StringComparison.Ordinal).Replace("is", "iz", StringComparison.Ordinal).Replace("ys", "yz", StringComparison.Ordinal);
        return string.Concat(even.Where((c, i) => i == 0 || even[i - 1] != c));
    }

    /// <summary>Letters added, left out, replaced or swapped with their neighbour. Source: Damerau 1964, restricted to one swap per pair.</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2)
            return 3;
        var (before, above, row) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, above, row) = (above, row, before);
        }

        return above[b.Length];
    }
}

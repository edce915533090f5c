namespace EvalHarness.Evaluators.Language;

/// <summary>Cuts English words down to their stems, so that <c>expires</c> and <c>expired</c> are one.</summary>
/// <remarks>Source: Porter 1980, An algorithm for suffix stripping, with the published departures (<c>logi</c>, <c>bli</c>).</remarks>
internal static class PorterStemmer
{
    private static readonly (string Suffix, string Put)[] SecondStep =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"),
        ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string Suffix, string Put)[] ThirdStep =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] FourthStep =
        ["ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er", "ic", "ou"];

    /// <param name="word">In lower case.</param>
    public static string Stem(string word) =>
        word.Length <= 2 ? word : Tidy(Strip(Replace(Replace(Y(PastAndGerund(Plural(word))), SecondStep), ThirdStep)));

    private static string Plural(string w)
    {
        if (w.EndsWith("sses", StringComparison.Ordinal) || w.EndsWith("ies", StringComparison.Ordinal))
            return w[..^2];
        return w.EndsWith('s') && !w.EndsWith("ss", StringComparison.Ordinal) ? w[..^1] : w;
    }

    private static string PastAndGerund(string w)
    {
        if (w.EndsWith("eed", StringComparison.Ordinal))
            return Measure(w[..^3]) > 0 ? w[..^1] : w;
        if (w.EndsWith("ed", StringComparison.Ordinal) && HasVowel(w[..^2]))
            return Restore(w[..^2]);
        return w.EndsWith("ing", StringComparison.Ordinal) && HasVowel(w[..^3]) ? Restore(w[..^3]) : w;
    }

    private static string Restore(string w)
    {
        if (w.EndsWith("at", StringComparison.Ordinal) || w.EndsWith("bl", StringComparison.Ordinal) || w.EndsWith("iz", StringComparison.Ordinal))
            return w + "e";
        if (EndsDouble(w) && w[^1] is not ('l' or 's' or 'z'))
            return w[..^1];
        return Measure(w) == 1 && EndsShort(w) ? w + "e" : w;
    }

    private static string Y(string w) => w.EndsWith('y') && HasVowel(w[..^1]) ? w[..^1] + "i" : w;

    private static string Replace(string w, (string Suffix, string Put)[] rules)
    {
        foreach (var (suffix, put) in rules)
        {
            if (w.EndsWith(suffix, StringComparison.Ordinal))
                return Measure(w[..^suffix.Length]) > 0 ? w[..^suffix.Length] + put : w;
        }

        return w;
    }

    private static string Strip(string w)
    {
        foreach (var suffix in FourthStep)
        {
            if (!w.EndsWith(suffix, StringComparison.Ordinal))
                continue;
            var stem = w[..^suffix.Length];
            var allowed = suffix != "ion" || stem.EndsWith('s') || stem.EndsWith('t');
            return allowed && Measure(stem) > 1 ? stem : w;
        }

        return w;
    }

    private static string Tidy(string w)
    {
        if (w.EndsWith('e'))
        {
            var stem = w[..^1];
            var m = Measure(stem);
            w = m > 1 || (m == 1 && !EndsShort(stem)) ? stem : w;
        }

        return w.EndsWith("ll", StringComparison.Ordinal) && Measure(w[..^1]) > 1 ? w[..^1] : w;
    }

    /// <summary>Porter's m: how often a vowel run is followed by a consonant run.</summary>
    private static int Measure(string w)
    {
        var count = 0;
        for (var i = 1; i < w.Length; i++)
        {
            if (!IsVowel(w, i) && IsVowel(w, i - 1))
                count++;
        }

        return count;
    }

    private static bool HasVowel(string w) => Enumerable.Range(0, w.Length).Any(i => IsVowel(w, i));

    private static bool EndsDouble(string w) => w.Length > 1 && w[^1] == w[^2] && !IsVowel(w, w.Length - 1);

    private static bool EndsShort(string w) =>
        w.Length > 2 && !IsVowel(w, w.Length - 3) && IsVowel(w, w.Length - 2) && !IsVowel(w, w.Length - 1) && w[^1] is not ('w' or 'x' or 'y');

    private static bool IsVowel(string w, int i) => w[i] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => true,
        'y' => i > 0 && !IsVowel(w, i - 1),
        _ => false,
    };
}

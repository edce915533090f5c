using System.Collections.Frozen;

namespace EvalHarness.Evaluators.Language;

/// <summary>Latin letters without their accents. A table, because Unicode normalisation is not to be had in invariant globalisation.</summary>
internal static class Accents
{
    private static readonly FrozenDictionary<char, char> Plain = new[]
    {
        ("àáâãäåāăąǎ", 'a'), ("çćĉċč", 'c'), ("ďđð", 'd'), ("èéêëēĕėęěə", 'e'), ("ĝğġģ", 'g'), ("ĥħ", 'h'), ("ìíîïĩīĭįı", 'i'), ("ĵ", 'j'), ("ķ", 'k'), ("ĺļľŀł", 'l'), ("ñńņň", 'n'),
        ("òóôõöøōŏő", 'o'), ("ŕŗř", 'r'), ("śŝşšș", 's'), ("ţťŧț", 't'), ("ùúûüũūŭůűų", 'u'), ("ŵ", 'w'), ("ýÿŷ", 'y'), ("źżž", 'z'), ("’ʼ", '\''),
    }.SelectMany(row => row.Item1.Select(accented => (accented, row.Item2))).ToFrozenDictionary(p => p.accented, p => p.Item2);

    /// <summary>The letter in lower case and without its accent.</summary>
    public static char Fold(char letter)
    {
        var lower = char.ToLowerInvariant(letter);
        return Plain.GetValueOrDefault(lower, lower);
    }
}

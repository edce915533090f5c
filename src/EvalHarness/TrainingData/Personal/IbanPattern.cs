using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace EvalHarness.TrainingData.Personal;

/// <summary>International bank account numbers: the country's length, and check digits by ISO 7064 MOD 97-10 (ISO 13616).</summary>
internal sealed partial class IbanPattern : IPersonalPattern
{
    private static readonly FrozenDictionary<string, int> Lengths = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["AD"] = 24, ["AE"] = 23, ["AT"] = 20, ["BE"] = 16, ["BG"] = 22, ["BR"] = 29, ["CH"] = 21, ["CY"] = 28, ["CZ"] = 24, ["DE"] = 22, ["DK"] = 18, ["EE"] = 20, ["ES"] = 24,
        ["FI"] = 18, ["FR"] = 27, ["GB"] = 22, ["GI"] = 23, ["GR"] = 27, ["HR"] = 21, ["HU"] = 28, ["IE"] = 22, ["IL"] = 23, ["IS"] = 26, ["IT"] = 27, ["LI"] = 21, ["LT"] = 20,
        ["LU"] = 20, ["LV"] = 21, ["MC"] = 27, ["MT"] = 31, ["NL"] = 18, ["NO"] = 15, ["PL"] = 28, ["PT"] = 25, ["RO"] = 24, ["RS"] = 22, ["SA"] = 24, ["SE"] = 24, ["SI"] = 19,
        ["SK"] = 24, ["SM"] = 27, ["TR"] = 26, ["UA"] = 29,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public IEnumerable<PersonalDatum> Find(string text)
    {
        foreach (Match match in Start().Matches(text))
        {
            if (Read(text.AsSpan(match.Index), Lengths.GetValueOrDefault(match.Value[..2])) is { } iban && HasRightCheck(iban))
                yield return new PersonalDatum(LintRules.PersonalIban, $"{iban[..2]}…{iban[^2..]} ({iban.Length} characters)");
        }
    }

    /// <summary>So many letters and digits, single spaces between them left out; nothing when the text ends before, or goes on behind.</summary>
    private static string? Read(ReadOnlySpan<char> text, int length)
    {
        Span<char> read = stackalloc char[length];
        var (count, at) = (0, 0);
        for (; at < text.Length && count < length; at++)
        {
            if (char.IsAsciiLetterUpper(text[at]) || char.IsAsciiDigit(text[at]))
                read[count++] = text[at];
            else if (text[at] != ' ' || text[at - 1] == ' ')
                break;
        }

        return length > 0 && count == length && (at == text.Length || !char.IsLetterOrDigit(text[at])) ? new string(read) : null;
    }

    private static bool HasRightCheck(string iban)
    {
        var rest = 0;
        foreach (var letter in string.Concat(iban.AsSpan(4), iban.AsSpan(0, 4)))
            rest = char.IsAsciiDigit(letter) ? ((rest * 10) + (letter - '0')) % 97 : ((rest * 100) + (letter - 'A' + 10)) % 97;
        return rest == 1;
    }

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?= ?[A-Z0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Start();
}

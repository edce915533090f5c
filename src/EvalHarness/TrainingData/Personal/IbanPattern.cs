using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EvalHarness.TrainingData.Personal;

/// <summary>International bank account numbers: the country's length, and check digits by ISO 7064 MOD 97-10 (ISO 13616).</summary>
internal sealed partial class IbanPattern : IPersonalPattern
{
    // Country and length.
    private static readonly FrozenDictionary<string, int> Lengths =
        ("AD24 AE23 AT20 BE16 BG22 BR29 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 " +
        "IL23 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TR26 UA29")
        .Split(' ')
        .ToFrozenDictionary(entry => entry[..2], entry => int.Parse(entry.AsSpan(2), CultureInfo.InvariantCulture), StringComparer.Ordinal);

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

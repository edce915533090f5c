using System.Text.RegularExpressions;

namespace EvalHarness.TrainingData.Personal;

/// <summary>Telephone numbers: international with +, North American in its usual forms, national with a leading 0 in groups. Numbers set aside for fiction are left alone.</summary>
/// <remarks>A bare run of digits is not taken for one: it is more often an order, a date or an amount.</remarks>
internal sealed partial class PhonePattern : IPersonalPattern
{
    // ITU-T E.164: at most fifteen digits.
    private const int Fewest = 8;

    // With fewer it is a date: 05 11 2024.
    private const int FewestNational = 9;
    private const int Most = 15;

    public IEnumerable<PersonalDatum> Find(string text) => Number().Matches(text)
        .Select(m => (IsNational: m.Value[0] == '0', Digits: string.Concat(m.Value.Where(char.IsAsciiDigit))))
        .Where(n => n.Digits.Length >= (n.IsNational ? FewestNational : Fewest) && n.Digits.Length <= Most && !IsFiction(n.Digits))
        .Select(n => n.Digits)
        .Select(digits => new PersonalDatum(LintRules.PersonalPhone, $"…{digits[^2..]} ({digits.Length} digits)"));

    // North America: 555-0100 to 555-0199. Britain (Ofcom): 07700 900xxx, 020 7946 0xxx.
    private static bool IsFiction(string digits) =>
        (digits.Length >= 10 && digits[^7..].StartsWith("55501", StringComparison.Ordinal))
        || digits.Contains("7700900", StringComparison.Ordinal)
        || digits.Contains("2079460", StringComparison.Ordinal);

    [GeneratedRegex(
        """
        (?<![\w.+-]) (?<!\d[ ])
        (?: \+[1-9]\d{0,2} (?> (?> [ ./-]? \(?\d{1,5}\)? ){2,6} )
          | (?:1[ .-])? (?: \(\d{3}\)\ ? | \d{3}[.-] ) \d{3} [ .-] \d{4}
          | 0[1-9]\d{0,3} (?: [ /-] \d{2,5} ){2,4} )
        (?![\w-]|[ ]\d)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}

using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace EvalHarness.TrainingData.Personal;

/// <summary>Payment card numbers: a card network's first digits and length, and the check digit by Luhn (ISO/IEC 7812-1). The numbers that payment services publish for tests are left alone.</summary>
internal sealed partial class CardPattern : IPersonalPattern
{
    private static readonly FrozenSet<string> Published = new[]
    {
        "4242424242424242", "4111111111111111", "4012888888881881", "4000056655665556", "4000000000000002", "4222222222222220", "5555555555554444", "5105105105105100", "5200828282828210",
        "2223003122003222", "378282246310005", "371449635398431", "378734493671000", "6011111111111117", "6011000990139424", "30569309025904", "38520000023237", "3056930009020004",
        "3566002020360505", "3530111333300000", "6200000000000005",
    }.ToFrozenSet(StringComparer.Ordinal);

    public IEnumerable<PersonalDatum> Find(string text) => Number().Matches(text)
        .Select(m => string.Concat(m.Value.Where(char.IsAsciiDigit)))
        .Where(digits => IsOfNetwork(digits) && HasRightCheck(digits) && !Published.Contains(digits))
        .Select(digits => new PersonalDatum(LintRules.PersonalCard, $"{digits[0]}…{digits[^2..]} ({digits.Length} digits)"));

    private static bool IsOfNetwork(string digits) => (digits.Length, digits[0], digits[1]) switch
    {
        (13 or 16 or 19, '4', _) => true,
        (16, '5', >= '1' and <= '5') => true,
        (16, '2', >= '2' and <= '7') => true,
        (15, '3', '4' or '7') => true,
        (14 or 16, '3', '0' or '5' or '6' or '8') => true,
        (16 or 19, '6', '0' or '2' or '4' or '5') => true,
        _ => false,
    };

    private static bool HasRightCheck(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(@"(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}

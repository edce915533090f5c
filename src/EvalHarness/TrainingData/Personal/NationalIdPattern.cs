using System.Text.RegularExpressions;

namespace EvalHarness.TrainingData.Personal;

/// <summary>National identity numbers of which the form is telling: the American social security number, the Spanish DNI and NIE by their check letter, the French NIR by its key.</summary>
internal sealed partial class NationalIdPattern : IPersonalPattern
{
    private const string SpanishLetters = "TRWAGMYFPDXBNJZSQVHLCKE";

    public IEnumerable<PersonalDatum> Find(string text) =>
    [
        .. American().Matches(text).Where(IsAmerican).Select(m => Datum("social security number", m.Value)),
        .. Spanish().Matches(text).Where(IsSpanish).Select(m => Datum("DNI", m.Value)),
        .. French().Matches(text).Where(IsFrench).Select(m => Datum("NIR", m.Value)),
    ];

    private static PersonalDatum Datum(string kind, string number) => new(LintRules.PersonalId, $"{kind} …{number[^2..]}");

    // Areas 000, 666 and 9xx, group 00 and serial 0000 are not given out (SSA).
    private static bool IsAmerican(Match match) =>
        match.Value[..3] is not ("000" or "666") && match.Value[0] != '9' && match.Value[4..6] != "00" && match.Value[7..] != "0000";

    private static bool IsSpanish(Match match)
    {
        var digits = match.Value[..^1].TrimEnd('-').Replace('X', '0').Replace('Y', '1').Replace('Z', '2');
        return match.Value[^1] == SpanishLetters[int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) % 23];
    }

    private static bool IsFrench(Match match)
    {
        var digits = match.Value.Replace(" ", "", StringComparison.Ordinal);
        return 97 - (long.Parse(digits[..13], System.Globalization.CultureInfo.InvariantCulture) % 97) == int.Parse(digits[13..], System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex American();

    [GeneratedRegex(@"(?<![\w-])(?:\d{8}|[XYZ]-?\d{7})-?[A-HJ-NP-TV-Z](?![\w-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spanish();

    [GeneratedRegex(@"(?<![\w-])[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}(?![\w-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex French();
}

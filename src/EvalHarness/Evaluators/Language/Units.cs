using System.Collections.Frozen;

namespace EvalHarness.Evaluators.Language;

/// <summary>Units of measure and what one of each is in its base unit.</summary>
internal static class Units
{
    public const string Seconds = "s";
    public const string Percent = "%";
    public const string Clock = "clock";
    private const double Month = 365.25 / 12 * 86400;

    private static readonly FrozenDictionary<string, (string Base, double Factor)> Known = new (string Names, string Base, double Factor)[]
    {
        ("ms millisecond milliseconds", Seconds, 1e-3),
        ("s sec secs second seconds", Seconds, 1),
        ("min mins minute minutes", Seconds, 60),
        ("h hr hrs hour hours", Seconds, 3600),
        ("day days", Seconds, 86400),
        ("week weeks wk wks", Seconds, 7 * 86400),
        ("fortnight fortnights", Seconds, 14 * 86400),
        ("month months", Seconds, Month),
        ("quarter quarters", Seconds, 3 * Month),
        ("year years yr yrs", Seconds, 12 * Month),
        ("decade decades", Seconds, 120 * Month),
        ("b byte bytes", "B", 1),
        ("kb kilobyte kilobytes", "B", 1e3),
        ("mb megabyte megabytes", "B", 1e6),
        ("gb gigabyte gigabytes", "B", 1e9),
        ("tb terabyte terabytes", "B", 1e12),
        ("kib", "B", 1024),
        ("mib", "B", 1048576),
        ("gib", "B", 1073741824),
        ("percent", Percent, 1),
        ("cent cents", "$", 0.01),
        ("dollar dollars usd", "$", 1),
        ("euro euros eur", "€", 1),
        ("gbp pence", "£", 1),
        ("mm millimetre millimetres millimeter millimeters", "m", 1e-3),
        ("cm centimetre centimetres centimeter centimeters", "m", 1e-2),
        ("m metre metres meter meters", "m", 1),
        ("km kilometre kilometres kilometer kilometers", "m", 1e3),
        ("mile miles mi", "mile", 1),
        ("inch inches", "ft", 1 / 12.0),
        ("foot feet ft", "ft", 1),
        ("yard yards yd", "ft", 3),
        ("mg milligram milligrams", "g", 1e-3),
        ("g gram grams", "g", 1),
        ("kg kilogram kilograms", "g", 1e3),
    }.SelectMany(row => row.Names.Split(' ').Select(name => (name, unit: (row.Base, row.Factor)))).ToFrozenDictionary(u => u.name, u => u.unit, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, (string Base, double Factor)>.AlternateLookup<ReadOnlySpan<char>> BySpan = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The base unit and the factor to it, or nothing.</summary>
    public static (string Base, double Factor)? Find(ReadOnlySpan<char> word) => BySpan.TryGetValue(word, out var unit) ? unit : null;

    /// <summary>Letters that may stand right behind a numeral without being part of a name: <c>30min</c>, <c>10k</c>, <c>5pm</c>.</summary>
    public static bool IsUnit(ReadOnlySpan<char> letters) =>
        BySpan.ContainsKey(letters)
        || (letters is ['k' or 'K'] or ['m' or 'M', 'n' or 'N'] or ['b' or 'B', 'n' or 'N'] or ['a' or 'A' or 'p' or 'P', 'm' or 'M']);

    /// <summary>The unit of a sign in front of a number.</summary>
    public static string? OfSign(char sign) => sign is '$' or '€' or '£' ? sign.ToString() : null;
}

using System.Collections.Frozen;

namespace EvalHarness.Evaluators.Language;

/// <summary>English number words and ordinals.</summary>
internal static class NumberWords
{
    private static readonly string[] Units =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] FirstOrdinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    public static FrozenDictionary<string, double> Values { get; } =
        Units.Select((word, i) => (word, value: (double)i))
            .Concat(Tens.Select((word, i) => (word, value: (i + 2) * 10.0)))
            .Append(("dozen", 12))
            .ToFrozenDictionary(n => n.word, n => n.value, StringComparer.Ordinal);

    /// <summary>Words that multiply the number before them.</summary>
    public static FrozenDictionary<string, double> Scales { get; } = new Dictionary<string, double>
    {
        ["hundred"] = 1e2,
        ["thousand"] = 1e3,
        ["k"] = 1e3,
        ["million"] = 1e6,
        ["mn"] = 1e6,
        ["billion"] = 1e9,
        ["bn"] = 1e9,
        ["trillion"] = 1e12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Ordinals as figures: <c>third</c> is <c>3rd</c>.</summary>
    public static FrozenDictionary<string, string> Ordinals { get; } =
        FirstOrdinals.Select((word, i) => (word, figure: Figure(i + 1))).ToFrozenDictionary(o => o.word, o => o.figure, StringComparer.Ordinal);

    private static string Figure(int ordinal) => ordinal switch
    {
        1 => "1st",
        2 => "2nd",
        3 => "3rd",
        _ => $"{ordinal}th",
    };
}

using System.Globalization;
using System.Text;

namespace EvalHarness.Schemas;

/// <summary>Rewrites a regular expression of ECMA-262 into .NET's dialect, which knows the same signs with other meanings.</summary>
internal sealed class EcmaPatternReader(string pattern)
{
    private const string NotLineEnd = @"[^\n\r\u2028\u2029\ud800-\udfff]";
    private const string Spaces = @"\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
    private const string NotSpaces = @"\x00-\x08\x0e-\x1f!-\u009f\u00a1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\uffff";

    private readonly StringBuilder written = new();
    private int at;
    private bool inClass;

    /// <exception cref="FormatException">A property or code point that .NET does not know.</exception>
    public string Translate()
    {
        while (at < pattern.Length)
            written.Append(inClass ? InClass(pattern[at++]) : OutsideClass(pattern[at++]));
        return written.ToString();
    }

    private string OutsideClass(char sign) => sign switch
    {
        '\\' => Escape(),
        '[' => OpenClass(),
        // In .NET it also matches before a last line end.
        '$' => @"\z",
        '.' => $@"(?:[\ud800-\udbff][\udc00-\udfff]|{NotLineEnd})",
        _ when char.IsHighSurrogate(sign) && at < pattern.Length => $"(?:{sign}{pattern[at++]})",
        _ => $"{sign}",
    };

    private string InClass(char sign)
    {
        inClass = sign != ']';
        return sign switch
        {
            '\\' => Escape(),
            // In .NET it would start a subtraction.
            '[' => @"\[",
            _ => $"{sign}",
        };
    }

    private string OpenClass()
    {
        var negated = Take('^');
        if (Take(']'))
            return negated ? @"[\s\S]" : "(?!)";
        inClass = true;
        return negated ? "[^" : "[";
    }

    private string Escape()
    {
        if (at == pattern.Length)
            throw new FormatException(@"It ends in a \.");
        var sign = pattern[at++];
        return sign switch
        {
            'd' => Set("0-9", @"\x00-/:-\uffff"),
            'D' => Set(@"\x00-/:-\uffff", "0-9"),
            'w' => Set("a-zA-Z0-9_", @"\x00-/:-@\[-\^`{-\uffff"),
            'W' => Set(@"\x00-/:-@\[-\^`{-\uffff", "a-zA-Z0-9_"),
            's' => Set(Spaces, NotSpaces),
            'S' => Set(NotSpaces, Spaces),
            'p' or 'P' when Take('{') => $@"\{sign}{{{UnicodeCategory.Short(UpToBrace())}}}",
            'u' when Take('{') => CodePoint(UpToBrace()),
            'a' or 'A' or 'z' or 'Z' or 'G' or 'e' => throw new FormatException($@"\{sign} has no meaning in a schema's pattern."),
            _ => $@"\{sign}",
        };
    }

    private string Set(string members, string others) => inClass ? members : others.Length < members.Length ? $"[^{others}]" : $"[{members}]";

    private static string CodePoint(string hex) =>
        int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.TryCreate(code, out var rune)
            ? rune.IsBmp ? $@"\u{code:x4}" : $"(?:{rune})"
            : throw new FormatException($"'{hex}' is no code point.");

    private string UpToBrace()
    {
        var end = pattern.IndexOf('}', at);
        if (end < 0)
            throw new FormatException("A { is not closed.");
        var name = pattern[at..end];
        at = end + 1;
        return name;
    }

    private bool Take(char sign)
    {
        if (at == pattern.Length || pattern[at] != sign)
            return false;
        at++;
        return true;
    }
}

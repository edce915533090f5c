using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EvalHarness.Inputs;

/// <summary>What a word without quotes stands for: YAML 1.2.2, section 10.3.2 (core schema). <c>yes</c>, <c>no</c>, <c>on</c> and dates are text.</summary>
internal static class YamlScalar
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex Decimal = new(@"^[-+]?[0-9]+\z", Options);
    private static readonly Regex Octal = new(@"^0o[0-7]+\z", Options);
    private static readonly Regex Hexadecimal = new(@"^0x[0-9a-fA-F]+\z", Options);
    private static readonly Regex Float = new(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", Options);

    public static bool IsNotFinite(string word) => word.TrimStart('+', '-') is ".inf" or ".Inf" or ".INF" or ".nan" or ".NaN" or ".NAN";

    public static JsonNode? Read(string word) => word switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ => Number(word) is { } number ? JsonNode.Parse(number) : JsonValue.Create(word),
    };

    // The digits stay as they are written: prices are decimals.
    private static string? Number(string word)
    {
        if (Decimal.IsMatch(word))
            return BigInteger.Parse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        if (Octal.IsMatch(word))
            return word[2..].Aggregate(BigInteger.Zero, (value, digit) => value * 8 + (digit - '0')).ToString(CultureInfo.InvariantCulture);
        if (Hexadecimal.IsMatch(word))
            return BigInteger.Parse($"0{word[2..]}", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        return Float.IsMatch(word) ? JsonFloat(word) : null;
    }

    // JSON has no leading +, no leading zeros, and digits on both sides of the point.
    private static string JsonFloat(string word)
    {
        var sign = word[0] == '-' ? "-" : "";
        var digits = word.TrimStart('+', '-');
        var exponentAt = digits.IndexOfAny(['e', 'E']) is var at and >= 0 ? at : digits.Length;
        var parts = digits[..exponentAt].Split('.');
        var whole = parts[0].TrimStart('0') is { Length: > 0 } kept ? kept : "0";
        var fraction = parts.Length > 1 && parts[1].Length > 0 ? $".{parts[1]}" : "";
        return $"{sign}{whole}{fraction}{digits[exponentAt..]}";
    }
}

using System.Text.RegularExpressions;

namespace EvalHarness.Schemas;

/// <summary>Compiles the regular expressions of schemas: ECMA-262 with the u flag, as the standard has them.</summary>
internal static class EcmaPattern
{
    /// <summary>What one match may take: patterns meet text that nobody has vetted.</summary>
    public static readonly TimeSpan MatchTimeLimit = TimeSpan.FromMilliseconds(250);

    /// <exception cref="SchemaException">It is no regular expression.</exception>
    public static Regex Compile(string pattern, string pointer)
    {
        try
        {
            return new Regex(new EcmaPatternReader(pattern).Translate(), RegexOptions.CultureInvariant, MatchTimeLimit);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new SchemaException(pointer, $"the pattern '{pattern}' is no regular expression", exception.Message, exception);
        }
    }

    /// <summary>Whether it matches; nothing when it took too long to tell, which the check then says.</summary>
    public static bool? IsMatch(Regex regex, string text, SchemaCheck check)
    {
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            check.FailUndecided($"matching the pattern took longer than {MatchTimeLimit.TotalMilliseconds} ms", "Write a pattern without nested repetitions.");
            return null;
        }
    }
}

using System.Text.RegularExpressions;

namespace EvalHarness.Inputs;

/// <summary>Text with <c>${NAME}</c> for environment variables: kept as it is written, filled in only where it is sent.</summary>
public sealed partial class EnvironmentText(Func<string, string?> variable)
{
    /// <summary>From this program's own environment.</summary>
    public static EnvironmentText Own { get; } = new(Environment.GetEnvironmentVariable);

    /// <summary>The variable's value without white space around it, which comes with a value read from a file; absent when it is not set, or nothing is left.</summary>
    public string? Value(string name) => variable(name)?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>Names that the text uses and that are not set.</summary>
    public IReadOnlyList<string> Missing(string text) => [.. Names(text).Where(name => Value(name) is null).Distinct(StringComparer.Ordinal)];

    public string Fill(string text) => Reference().Replace(text, match => Value(match.Groups["name"].Value) ?? "");

    /// <summary>What stands in the filled text and must not be shown.</summary>
    public IEnumerable<string> Secrets(string text) => Names(text).Select(Value).OfType<string>();

    private static IEnumerable<string> Names(string text) => Reference().Matches(text).Select(m => m.Groups["name"].Value);

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}

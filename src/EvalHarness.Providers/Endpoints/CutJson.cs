using System.Text.RegularExpressions;

namespace EvalHarness.Providers.Endpoints;

/// <summary>Tells JSON that ends too early from JSON that is wrong.</summary>
/// <remarks>The parser says it in words alone; a test cuts a reply at every place.</remarks>
internal static partial class CutJson
{
    private static readonly string[] Ends = ["reached end of data", "at the end of the JSON payload", "does not contain any JSON tokens"];

    public static bool IsMeantBy(string message) =>
        Ends.Any(e => message.Contains(e, StringComparison.Ordinal))
        || CutNumber().IsMatch(message)
        || (CutLiteral().Match(message) is { Success: true } literal && literal.Groups["whole"].Value.StartsWith(literal.Groups["found"].Value, StringComparison.Ordinal));

    // A number that ends wrongly is shown with the character that ends it: with a digit only where nothing follows.
    [GeneratedRegex(@"^'\d' is an invalid end of a number", RegexOptions.None, 1000)]
    private static partial Regex CutNumber();

    [GeneratedRegex(@"^'(?<found>\w+)' is an invalid JSON literal\. Expected the literal '(?<whole>\w+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CutLiteral();
}

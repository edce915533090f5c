using System.Text.RegularExpressions;

namespace EvalHarness.Inputs;

/// <summary>Makes foreign text fit for a message: short, on one line, without control characters, without secrets and without what looks like one.</summary>
/// <param name="secrets">Values that must not be shown; those of fewer than four characters hide nothing and are ignored.</param>
public sealed partial class Excerpt(IEnumerable<string> secrets)
{
    /// <summary>Longer text is cut, in characters.</summary>
    public const int MaxLength = 300;

    // More is read than shown, so that a secret cut in two by the limit is still found.
    private const int ReadLength = 64 * 1024;

    private readonly SecretMask mask = new(secrets);

    /// <summary>The start of the text.</summary>
    public string Start(string text)
    {
        var shown = Clean(text.Length > ReadLength ? text[..ReadLength] : text);
        if (shown.Length <= MaxLength)
            return shown;
        var end = char.IsHighSurrogate(shown[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return $"{shown[..end]}…";
    }

    /// <summary>The end of the text: where a program says why it stopped.</summary>
    public string End(string text)
    {
        var shown = Clean(text.Length > ReadLength ? text[^ReadLength..] : text);
        if (shown.Length <= MaxLength)
            return shown;
        var start = char.IsLowSurrogate(shown[^MaxLength]) ? MaxLength - 1 : MaxLength;
        return $"…{shown[^start..]}";
    }

    private string Clean(string text) => Blank().Replace(KeyLike().Replace(mask.Apply(text), "***"), " ").Trim();

    [GeneratedRegex(@"\b(sk|pk|rk|gsk|xai|hf)[-_][\w*.-]{8,}|(?<=\b(Bearer|Basic)\s+)[\w.~+/=*-]{8,}|(?<=[?&](api[-_]?key|key|token|sig)=)[^&\s""]+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex KeyLike();

    // White space, control and format characters: escape sequences and letters that turn a line around.
    [GeneratedRegex(@"[\s\p{Cc}\p{Cf}]+", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}

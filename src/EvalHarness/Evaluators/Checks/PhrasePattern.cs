using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Checks;

/// <summary>Finds a phrase in a text.</summary>
internal sealed class PhrasePattern
{
    private readonly Regex pattern;

    /// <param name="wholeWord">Whether no letter or digit may stand right before or behind it.</param>
    public PhrasePattern(string phrase, bool ignoreCase, bool wholeWord)
    {
        Phrase = phrase;
        var text = string.Join(@"\s+", phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape));
        var before = wholeWord && char.IsLetterOrDigit(phrase[0]) ? @"(?<!\w)" : "";
        var behind = wholeWord && char.IsLetterOrDigit(phrase[^1]) ? @"(?!\w)" : "";
        pattern = new Regex(before + text + behind, Options(ignoreCase), RegexCheck.TimeLimit);
    }

    public string Phrase { get; }

    public int CountIn(string text) => pattern.Count(text);

    public bool IsIn(string text) => pattern.IsMatch(text);

    private static RegexOptions Options(bool ignoreCase) => RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
}

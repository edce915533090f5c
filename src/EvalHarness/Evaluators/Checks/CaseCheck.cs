using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Checks;

/// <summary>The text is in capitals or in small letters throughout, or has so many words in capitals.</summary>
internal sealed partial class CaseCheck(LetterCase? letters, Bounds? capitalWords) : IRule
{
    public static CaseCheck From(CheckSettings settings)
    {
        var read = settings.Read<Settings>();
        return read is { Letters: null, CapitalWords: null }
            ? throw settings.Wrong("", "nothing is asked for", "Write letters: upper or lower, or capital_words: { least: 3 }.")
            : new CaseCheck(read.Letters, read.CapitalWords);
    }

    public RuleOutcome Judge(CheckedReply reply)
    {
        string?[] wrongs = [Letters(reply.Text), capitalWords?.Wrong(Word().Matches(reply.Text).Count(m => IsCapital(m.Value)), "words in capitals")];
        return RuleOutcome.Of([.. wrongs.OfType<string>()], "in the case asked for");
    }

    private string? Letters(string text) => letters switch
    {
        LetterCase.Upper when text.FirstOrDefault(char.IsLower) is var small and not '\0' => $"a small letter '{small}'",
        LetterCase.Lower when text.FirstOrDefault(char.IsUpper) is var capital and not '\0' => $"a capital '{capital}'",
        not null when !text.Any(char.IsLetter) => "there is no letter",
        _ => null,
    };

    private static bool IsCapital(string word) => word.Any(char.IsUpper) && !word.Any(char.IsLower);

    // Hyphens and dots belong to a word: it is in capitals as a whole or not at all.
    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[\-.'’&][\p{L}\p{N}]+)*\.?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    internal sealed record Settings
    {
        public LetterCase? Letters { get; init; }

        public Bounds? CapitalWords { get; init; }
    }
}

using System.Globalization;

namespace EvalHarness.Evaluators.Checks;

/// <summary>How many words, sentences, characters and paragraphs a text has.</summary>
/// <remarks>Words: docs/metrics.md says what one is. Characters are those that people see (grapheme clusters). Paragraphs are parted by blank lines, or by a divider.</remarks>
internal sealed class LengthCheck(LengthCheck.Settings settings) : IRule
{
    public static LengthCheck From(CheckSettings settings)
    {
        var read = settings.Read<Settings>();
        return read is { Words: null, Sentences: null, Characters: null, Paragraphs: null }
            ? throw settings.Wrong("", "no length is asked for", "Write words, sentences, characters or paragraphs with least and most: words: { most: 80 }.")
            : new LengthCheck(read);
    }

    public RuleOutcome Judge(CheckedReply reply)
    {
        var text = reply.Text;
        string?[] wrongs =
        [
            settings.Words?.Wrong(TextParts.WordCount(text), "words"),
            settings.Sentences?.Wrong(TextParts.SentenceCount(text), "sentences"),
            settings.Characters?.Wrong(new StringInfo(text).LengthInTextElements, "characters"),
            settings.Paragraphs?.Wrong(TextParts.Paragraphs(text, settings.Divider).Count, "paragraphs"),
        ];
        return RuleOutcome.Of([.. wrongs.OfType<string>()], "as long as asked for");
    }

    internal sealed record Settings
    {
        public Bounds? Words { get; init; }

        public Bounds? Sentences { get; init; }

        public Bounds? Characters { get; init; }

        public Bounds? Paragraphs { get; init; }

        /// <summary>What stands between paragraphs; a blank line when absent.</summary>
        public string? Divider { get; init; }
    }
}

using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Checks;

/// <summary>How much of a wanted vocabulary a text uses, or how much of it is unwanted.</summary>
/// <remarks>
/// Unit: a ratio in [0, 1]. Of <c>required</c> terms: those found by those listed, higher is better. Of <c>banned</c> terms: words in them by all words, lower is better.
/// </remarks>
internal sealed class VocabularyCheck(IReadOnlyList<PhrasePattern> terms, bool isBanned) : IGauge
{
    public IReadOnlyList<Dial> Dials { get; } = [new("", Unit.Ratio, isBanned ? Direction.Lower : Direction.Higher)];

    public static VocabularyCheck From(CheckSettings settings)
    {
        var read = settings.Read<Settings>();
        if (read.Required.Count > 0 == read.Banned.Count > 0)
            throw settings.Wrong("", "either required or banned terms are measured", "List one of them; for the other write a second metric.");
        var terms = read.Required.Concat(read.Banned).Select(t => t.Trim()).ToList();
        return terms.All(t => t.Length > 0)
            ? new VocabularyCheck([.. terms.Select(t => new PhrasePattern(t, read.IgnoreCase, wholeWord: true))], read.Banned.Count > 0)
            : throw settings.Wrong(read.Banned.Count > 0 ? "banned" : "required", "a term is empty", "Remove it.");
    }

    public IReadOnlyList<Reading> Measure(CheckedReply reply) => [isBanned ? Banned(reply.Text) : Reading.Share(terms.Count(t => t.IsIn(reply.Text)), terms.Count, "")];

    // Overlapping terms count a word twice; never more than all of them.
    private Reading Banned(string text)
    {
        var words = TextParts.WordCount(text);
        return Reading.Share(Math.Min(words, terms.Sum(t => t.CountIn(text) * TextParts.WordCount(t.Phrase))), words, "there are no words");
    }

    internal sealed record Settings
    {
        public IReadOnlyList<string> Required { get; init; } = [];

        public IReadOnlyList<string> Banned { get; init; } = [];

        public bool IgnoreCase { get; init; } = true;
    }
}

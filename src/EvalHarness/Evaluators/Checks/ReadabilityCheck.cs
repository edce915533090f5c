using System.Globalization;
using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Checks;

/// <summary>How easily an English text reads: Flesch reading ease, and the Flesch-Kincaid grade as <c>id-grade</c>.</summary>
/// <remarks>
/// Units: points, mostly 0 to 100 and unbounded, higher is easier; a school grade of the United States, lower is easier. Error: syllables are counted by rule, about one word in twenty wrong.
/// Source: Flesch 1948, J. Appl. Psychol. 32(3); Kincaid et al. 1975, Navy Research Branch Report 8-75.
/// </remarks>
internal sealed class ReadabilityCheck : IGauge
{
    public IReadOnlyList<Dial> Dials { get; } = [new("", Unit.Number, Direction.Higher), new("grade", Unit.Number, Direction.Lower)];

    public static ReadabilityCheck From(CheckSettings settings)
    {
        settings.Read<NoSettings>();
        return new ReadabilityCheck();
    }

    public IReadOnlyList<Reading> Measure(CheckedReply reply)
    {
        var words = TextParts.Words(reply.Text).Where(w => w.Any(char.IsLetter)).ToList();
        if (words.Count == 0)
            return [new(null, "there are no words"), new(null, "there are no words")];
        var perSentence = words.Count / (double)Math.Max(1, TextParts.SentenceCount(reply.Text));
        var perWord = words.Average(Syllables.Count);
        var reason = string.Create(CultureInfo.InvariantCulture, $"{perSentence:0.0} words a sentence, {perWord:0.00} syllables a word");
        return [new(206.835 - (1.015 * perSentence) - (84.6 * perWord), reason), new((0.39 * perSentence) + (11.8 * perWord) - 15.59, reason)];
    }
}

using System.Globalization;
using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Checks;

/// <summary>The mean length of a text's sentences.</summary>
/// <remarks>Unit: words; shorter is better where the user says nothing else. List items and headings count as sentences.</remarks>
internal sealed class SentenceLengthCheck : IGauge
{
    public IReadOnlyList<Dial> Dials { get; } = [new("", Unit.Words, Direction.Lower)];

    public static SentenceLengthCheck From(CheckSettings settings)
    {
        settings.Read<NoSettings>();
        return new SentenceLengthCheck();
    }

    public IReadOnlyList<Reading> Measure(CheckedReply reply)
    {
        var (words, sentences) = (TextParts.WordCount(reply.Text), TextParts.SentenceCount(reply.Text));
        return [sentences == 0 ? new(null, "there are no sentences") : new((double)words / sentences, string.Create(CultureInfo.InvariantCulture, $"{words} words in {sentences} sentences"))];
    }
}

using EvalHarness.Datasets;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Cuts prose into sentences, as ranges of its words.</summary>
internal static class EvidenceSentences
{
    /// <summary>A longer sentence (a table, a dump of fields) is cut, so that a window stays a window.</summary>
    private const int MostWords = 60;

    /// <param name="range">The part of the text that the words are of.</param>
    public static List<(int First, int End)> Cut(string text, TextSpan range, List<Word> words)
    {
        var sentences = new List<(int, int)>();
        var word = 0;
        foreach (var span in SentenceSplitter.Split(text[range.Start..range.End]))
        {
            var (start, end) = (span.Start + range.Start, span.End + range.Start);
            while (word < words.Count && words[word].Start < start)
                word++;
            var first = word;
            while (word < words.Count && words[word].End <= end)
            {
                word++;
                if (word - first < MostWords)
                    continue;
                sentences.Add((first, word));
                first = word;
            }

            if (word > first)
                sentences.Add((first, word));
        }

        return sentences;
    }
}

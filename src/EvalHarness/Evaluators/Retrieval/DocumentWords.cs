using System.Collections.Concurrent;
using EvalHarness.Datasets;

namespace EvalHarness.Evaluators.Retrieval;

/// <summary>Counts a corpus in words – runs without white space – so that spans can be compared by how much text they share.</summary>
internal sealed class DocumentWords(Corpus corpus)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<TextSpan>> words = new(StringComparer.Ordinal);

    /// <summary>The words that a span of a document holds or cuts; empty for a document that is not in the corpus.</summary>
    public IEnumerable<(string Document, int Word)> In(string document, TextSpan span)
    {
        var places = words.GetOrAdd(document, id => corpus.Find(id) is { } found ? [.. Split(found.Text)] : []);
        for (var word = FirstBeyond(places, span.Start); word < places.Count && places[word].Start < span.End; word++)
            yield return (document, word);
    }

    public static int Count(string text) => Split(text).Count();

    // The first word that ends after a place.
    private static int FirstBeyond(IReadOnlyList<TextSpan> places, int start)
    {
        var (low, high) = (0, places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = places[middle].End > start ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static IEnumerable<TextSpan> Split(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !char.IsWhiteSpace(text[i]))
                continue;
            if (i > start)
                yield return new TextSpan(start, i);
            start = i + 1;
        }
    }
}

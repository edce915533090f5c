using System.Text.RegularExpressions;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>Every piece of text of a block once.</summary>
/// <remarks>Pipelines answer from the same articles, citations repeat the answer's sentences and claims repeat them again: cut into sentences, a row takes about half the room.</remarks>
public sealed partial class StringTable
{
    private readonly List<string> strings = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Strings => strings;

    /// <summary>UTF-8 bytes of the strings, about what they take in the page.</summary>
    public long Bytes { get; private set; }

    /// <summary>The pieces joined are the text, to the letter.</summary>
    public PackedText Pack(string text) => new([.. Pieces(text).Select(Place)]);

    private static IEnumerable<string> Pieces(string text) =>
        text.Length == 0 ? [""] : Boundary().Split(text).Where(piece => piece.Length > 0);

    private int Place(string piece)
    {
        if (places.TryGetValue(piece, out var place))
            return place;

        strings.Add(piece);
        Bytes += System.Text.Encoding.UTF8.GetByteCount(piece) + 3;
        return places[piece] = strings.Count - 1;
    }

    /// <summary>After a sentence, and around runs of JSON punctuation, so that a sentence is the same piece inside a reply and on its own.</summary>
    /// <remarks>No time limit: the pattern is linear, and texts of megabytes, on a machine that is busy, are no reason to lose a report.</remarks>
    [GeneratedRegex("""(?<=[.!?])(?<gap>\s+)|(?<json>[{}\[\]":,]{2,})""", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Boundary();
}

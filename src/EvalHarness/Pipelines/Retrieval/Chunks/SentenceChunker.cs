using EvalHarness.Datasets;

namespace EvalHarness.Pipelines.Retrieval.Chunks;

/// <summary>Puts as many whole sentences into a chunk as the window takes; neighbours share whole sentences up to the overlap.</summary>
/// <remarks>A sentence that is longer than the window is cut by tokens.</remarks>
internal sealed class SentenceChunker(ChunkOptions options) : IChunker
{
    private readonly TokenChunker tokens = new(options);

    public IReadOnlyList<Chunk> Cut(Document document) =>
        [.. Windows(document.Text, new TextSpan(0, document.Text.Length)).Select((span, i) => new Chunk($"{document.Id}#{i}", document, span))];

    public IEnumerable<TextSpan> Windows(string text, TextSpan part)
    {
        TextSpan[] sentences = [.. SentenceSpans.Of(text, part)];
        for (var (first, next) = (0, 0); next < sentences.Length; first = NextFirst(text, sentences, first, next))
        {
            next = Fill(text, sentences, first);
            var window = new TextSpan(sentences[first].Start, sentences[next - 1].End);
            foreach (var span in next == first + 1 ? tokens.Windows(text, window) : [window])
                yield return span;
        }
    }

    // One at least, or it would never move on.
    private int Fill(string text, TextSpan[] sentences, int first)
    {
        var next = first + 1;
        while (next < sentences.Length && Count(text, sentences[first].Start, sentences[next].End) <= options.Tokens)
            next++;
        return next;
    }

    private int NextFirst(string text, TextSpan[] sentences, int first, int next)
    {
        if (next == sentences.Length)
            return next;
        var shared = next;
        while (shared - 1 > first && Count(text, sentences[shared - 1].Start, sentences[next - 1].End) <= options.Overlap)
            shared--;

        // What is shared must leave room for a new sentence, or a chunk would repeat a part of the one before it.
        while (shared < next && Count(text, sentences[shared].Start, sentences[next].End) > options.Tokens)
            shared++;
        return shared;
    }

    private static int Count(string text, int start, int end) => O200k.Count(text[start..end]);
}

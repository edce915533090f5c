using EvalHarness.Datasets;

namespace EvalHarness.Pipelines.Retrieval.Chunks;

/// <summary>Cuts documents into overlapping windows of tokens.</summary>
/// <remarks>A window never exceeds its size. It ends and begins at the end of a line or sentence where there is one to be had: in the second half of the window, and inside the overlap.</remarks>
internal sealed class TokenChunker(ChunkOptions options) : IChunker
{
    public IReadOnlyList<Chunk> Cut(Document document) =>
        [.. Windows(document.Text, new TextSpan(0, document.Text.Length)).Select((span, i) => new Chunk($"{document.Id}#{i}", document, span))];

    /// <summary>The windows of a part of a text, without the blanks around them.</summary>
    public IEnumerable<TextSpan> Windows(string text, TextSpan part)
    {
        TextSpan[] tokens = [.. O200k.Spans(text[part.Start..part.End]).Select(t => new TextSpan(t.Start + part.Start, t.End + part.Start))];
        for (var (start, end) = (0, 0); end < tokens.Length; start = NextStart(text, tokens, start, end))
        {
            end = End(text, tokens, start);
            if (new TextSpan(tokens[start].Start, tokens[end - 1].End).Trimmed(text) is { Length: > 0 } span)
                yield return span;
        }
    }

    private int End(string text, TextSpan[] tokens, int start)
    {
        var limit = Math.Min(start + options.Tokens, tokens.Length);
        if (limit == tokens.Length)
            return limit;

        for (var end = limit; end > start + (options.Tokens / 2); end--)
            if (IsBreak(text, tokens[end].Start))
                return end;
        return limit;
    }

    private int NextStart(string text, TextSpan[] tokens, int start, int end)
    {
        // Without progress a window whose text breaks early would be cut again for ever.
        var earliest = Math.Max(start + 1, end - options.Overlap);
        for (var next = earliest; next < end && end < tokens.Length; next++)
            if (IsBreak(text, tokens[next].Start))
                return next;
        return earliest;
    }

    private static bool IsBreak(string text, int position)
    {
        var before = position;
        while (before > 0 && char.IsWhiteSpace(text[before - 1]))
            before--;
        var after = position;
        while (after < text.Length && char.IsWhiteSpace(text[after]))
            after++;
        return text.AsSpan(before, after - before).Contains('\n')
            || (after > before && before > 0 && text[before - 1] is '.' or '!' or '?');
    }
}

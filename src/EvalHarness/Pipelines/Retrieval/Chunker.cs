using EvalHarness.Datasets;
using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Retrieval;

/// <summary>Cuts documents into overlapping windows of tokens.</summary>
/// <remarks>A window never exceeds its size. It ends and begins at the end of a line or sentence where there is one to be had: in the second half of the window, and inside the overlap.</remarks>
public sealed class Chunker
{
    private readonly ChunkOptions options;

    public Chunker(ChunkOptions options)
    {
        if (options.Overlap >= options.Tokens)
            throw new InputException(new InputProblem("retrieval.chunk", $"the overlap of {options.Overlap} tokens is not below the window's {options.Tokens}", "Make overlap smaller than tokens."));
        this.options = options;
    }

    public IReadOnlyList<Chunk> Cut(Document document)
    {
        var tokens = O200k.Spans(document.Text);
        var chunks = new List<Chunk>();
        for (var (start, end) = (0, 0); end < tokens.Count; start = NextStart(document.Text, tokens, start, end))
        {
            end = End(document.Text, tokens, start);
            if (Trimmed(document.Text, tokens[start].Start, tokens[end - 1].End) is { Length: > 0 } span)
                chunks.Add(new Chunk($"{document.Id}#{chunks.Count}", document, span));
        }

        return chunks;
    }

    private int End(string text, IReadOnlyList<TextSpan> tokens, int start)
    {
        var limit = Math.Min(start + options.Tokens, tokens.Count);
        if (limit == tokens.Count)
            return limit;

        for (var end = limit; end > start + (options.Tokens / 2); end--)
            if (IsBreak(text, tokens[end].Start))
                return end;
        return limit;
    }

    private int NextStart(string text, IReadOnlyList<TextSpan> tokens, int start, int end)
    {
        // Without progress a window whose text breaks early would be cut again for ever.
        var earliest = Math.Max(start + 1, end - options.Overlap);
        for (var next = earliest; next < end && end < tokens.Count; next++)
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

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextSpan(start, end);
    }
}

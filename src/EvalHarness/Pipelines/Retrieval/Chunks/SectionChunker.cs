using EvalHarness.Datasets;

namespace EvalHarness.Pipelines.Retrieval.Chunks;

/// <summary>Cuts a document at its Markdown headings, and a section longer than the window by sentences.</summary>
/// <remarks>The headings that lead to a chunk stand in its title: a paragraph often does not name what it is about.</remarks>
internal sealed class SectionChunker(ChunkOptions options) : IChunker
{
    private readonly SentenceChunker sentences = new(options);

    public IReadOnlyList<Chunk> Cut(Document document) =>
        [.. Titled(document).Select((part, i) => new Chunk($"{document.Id}#{i}", document, part.Span) { Title = part.Title })];

    private IEnumerable<(string Title, TextSpan Span)> Titled(Document document) =>
        from section in MarkdownSections.Of(document.Text)
        from span in Parts(document.Text, section.Span.Trimmed(document.Text))
        select (Title(document, section), span);

    private IEnumerable<TextSpan> Parts(string text, TextSpan section)
    {
        if (section.Length == 0)
            return [];
        return O200k.Count(text[section.Start..section.End]) <= options.Tokens ? [section] : sentences.Windows(text, section);
    }

    // The first heading is often the title again.
    private static string Title(Document document, MarkdownSection section) =>
        string.Join(" › ", section.Path.Prepend(document.Title).Where((heading, i) => i != 1 || heading != document.Title));
}

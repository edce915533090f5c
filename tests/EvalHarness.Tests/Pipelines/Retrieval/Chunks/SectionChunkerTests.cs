using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Chunks;

namespace EvalHarness.Tests.Pipelines.Retrieval.Chunks;

internal sealed class SectionChunkerTests
{
    private const string Text = """
        Before any heading.

        # Guide
        ## Password
        ### Reset
        A reset link is valid for 30 minutes.

        ```
        # not a heading
        ```
        ## Hours
        We open at 8:00.
        """;

    [Test]
    public void A_section_is_a_chunk_with_the_headings_that_lead_to_it()
    {
        var chunks = Cut(Text, 160);

        Assert.That(chunks.Select(c => c.Title), Is.EqualTo(new[] { "Guide", "Guide › Password › Reset", "Guide › Hours" }));
        Assert.That(chunks[1].Text, Does.StartWith("### Reset").And.EndsWith("# not a heading\n```"));
        Assert.That(chunks.Select(c => c.Document.Text[c.Span.Start..c.Span.End]), Is.EqualTo(chunks.Select(c => c.Text)));
    }

    [Test]
    public void A_section_longer_than_the_window_is_cut_by_sentences_and_keeps_its_title()
    {
        var chunks = Cut("# Rules\n" + string.Join(' ', Enumerable.Range(1, 20).Select(i => $"Rule {i} holds for all workshops.")), 40);

        Assert.That(chunks, Has.Count.GreaterThan(3));
        Assert.That(chunks.Select(c => c.Title), Has.All.EqualTo("Guide › Rules"));
        Assert.That(chunks.Select(c => c.Text[^1]), Has.All.EqualTo('.'));
    }

    [Test]
    public void A_passage_shows_the_headings_to_the_model()
    {
        Assert.That(Cut(Text, 160)[1].ToPassage(1).Title, Is.EqualTo("Guide › Password › Reset"));
    }

    [Test]
    public void An_unknown_way_to_cut_is_named()
    {
        Assert.That(() => Chunkers.For(new ChunkOptions { By = "pages" }), Throws.TypeOf<InputException>().With.Message.Contains("pages").And.Message.Contains("sections"));
    }

    private static IReadOnlyList<Chunk> Cut(string text, int tokens) =>
        Chunkers.For(new ChunkOptions { By = "sections", Tokens = tokens, Overlap = 0 }).Cut(new Document("guide", "Guide", null, text.ReplaceLineEndings("\n")));
}

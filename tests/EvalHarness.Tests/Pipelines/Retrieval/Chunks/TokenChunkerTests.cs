using System.Globalization;
using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Chunks;

namespace EvalHarness.Tests.Pipelines.Retrieval.Chunks;

internal sealed class TokenChunkerTests
{
    private static readonly Document Article = Of(string.Join("\n\n", Enumerable.Range(1, 30).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"Rule {i} holds for workshops with {i} benches. It ends after {i * 3} days, and nobody has to do anything about it."))));

    [Test]
    public void A_short_document_is_one_chunk()
    {
        var chunks = Chunkers.For(new ChunkOptions()).Cut(Of("A reset link is valid for 30 minutes.\n"));

        Assert.That(chunks.Select(c => (c.Id, c.Text)), Is.EqualTo(new[] { ("guide#0", "A reset link is valid for 30 minutes.") }));
    }

    [Test]
    public void A_document_without_text_has_no_chunk()
    {
        Assert.That(Chunkers.For(new ChunkOptions()).Cut(Of(" \n ")), Is.Empty);
    }

    [TestCase(160, 40)]
    [TestCase(60, 20)]
    [TestCase(16, 0)]
    [TestCase(16, 15)]
    public void Chunks_leave_nothing_out_and_stay_within_their_size(int tokens, int overlap)
    {
        var chunks = Chunkers.For(new ChunkOptions { Tokens = tokens, Overlap = overlap }).Cut(Article);

        var covered = chunks.SelectMany(c => Enumerable.Range(c.Span.Start, c.Span.Length)).ToHashSet();
        Assert.That(Enumerable.Range(0, Article.Text.Length).Where(i => !char.IsWhiteSpace(Article.Text[i])), Is.SubsetOf(covered));
        Assert.That(chunks.Select(c => O200k.Count(c.Text)), Has.All.LessThanOrEqualTo(tokens));
        Assert.That(chunks.Select(c => c.Id), Is.Unique);
    }

    [Test]
    public void Neighbours_share_no_more_than_the_overlap()
    {
        var chunks = Chunkers.For(new ChunkOptions { Tokens = 60, Overlap = 25 }).Cut(Article);

        var shared = chunks.Zip(chunks.Skip(1), (a, b) => O200k.Count(Article.Text[b.Span.Start..Math.Max(b.Span.Start, a.Span.End)]));
        Assert.That(shared, Has.All.LessThanOrEqualTo(25).And.Some.GreaterThan(0));
    }

    [Test]
    public void A_chunk_ends_with_a_sentence_where_it_can()
    {
        var chunks = Chunkers.For(new ChunkOptions { Tokens = 60, Overlap = 25 }).Cut(Article);

        Assert.That(chunks.Select(c => c.Text[^1]), Has.All.EqualTo('.'));
    }

    [Test]
    public void A_text_without_any_break_is_cut_all_the_same()
    {
        var chunks = Chunkers.For(new ChunkOptions { Tokens = 16, Overlap = 4 }).Cut(Of(string.Join(',', Enumerable.Range(1000, 90))));

        Assert.That(chunks, Has.Count.GreaterThan(5));
    }

    [Test]
    public void A_character_of_several_tokens_is_not_torn()
    {
        var chunks = Chunkers.For(new ChunkOptions { Tokens = 16, Overlap = 0 }).Cut(Of(string.Concat(Enumerable.Repeat("🪕🧵", 40))));

        Assert.That(chunks.Select(c => char.IsLowSurrogate(c.Text[0]) || char.IsHighSurrogate(c.Text[^1])), Has.All.False);
        Assert.That(string.Concat(chunks.Select(c => c.Text)), Has.Length.EqualTo(160));
    }

    [Test]
    public void An_overlap_as_large_as_the_window_is_refused()
    {
        Assert.That(() => Chunkers.For(new ChunkOptions { Tokens = 40, Overlap = 40 }), Throws.TypeOf<InputException>().With.Message.Contains("overlap smaller than tokens"));
    }

    private static Document Of(string text) => new("guide", "Guide", null, text);
}

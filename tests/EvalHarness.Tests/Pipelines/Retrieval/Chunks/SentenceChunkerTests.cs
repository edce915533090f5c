using EvalHarness.Datasets;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Chunks;

namespace EvalHarness.Tests.Pipelines.Retrieval.Chunks;

internal sealed class SentenceChunkerTests
{
    private static IEnumerable<Document> Articles => CorpusReader.Read(Path.Combine(Repository.Helpdesk, "corpus", "2026-09")).Documents;

    [Test]
    public void A_chunk_holds_as_many_whole_sentences_as_the_window_takes()
    {
        const string Text = "Repairs start at 9:00 each day of the week. They end at 17:00 e.g. on Mondays. Is the shop open on Sunday? No, it is closed.";

        var chunks = Cut(Text, tokens: 28, overlap: 0);

        Assert.That(chunks.Select(c => c.Text), Is.EqualTo(new[]
        {
            "Repairs start at 9:00 each day of the week. They end at 17:00 e.g. on Mondays.",
            "Is the shop open on Sunday? No, it is closed.",
        }));
    }

    [Test]
    public void Neighbours_share_whole_sentences()
    {
        const string Text = "One is the first of all numbers. Two comes second in line. Three is the third of them. Four closes the list.";

        var chunks = Cut(Text, tokens: 16, overlap: 8);

        Assert.That(chunks.Select(c => c.Text), Is.EqualTo(new[]
        {
            "One is the first of all numbers. Two comes second in line.",
            "Two comes second in line. Three is the third of them.",
            "Three is the third of them. Four closes the list.",
        }));
    }

    [Test]
    public void Headings_list_items_and_table_rows_are_sentences()
    {
        const string Text = "# Fees\n\nWe charge\nby the hour\n- first item\n- second item\n1. numbered\n| a | b |\n";

        var sentences = SentenceSpans.Of(Text, new TextSpan(0, Text.Length)).Select(s => Text[s.Start..s.End]);

        Assert.That(sentences, Is.EqualTo(new[] { "# Fees", "We charge\nby the hour", "- first item", "- second item", "1. numbered", "| a | b |" }));
    }

    [Test]
    public void A_sentence_longer_than_the_window_is_cut_all_the_same()
    {
        var chunks = Cut(string.Join(' ', Enumerable.Range(1, 90).Select(i => $"word{i}")) + ".", tokens: 20, overlap: 5);

        Assert.That(chunks, Has.Count.GreaterThan(5));
        Assert.That(chunks.Select(c => O200k.Count(c.Text)), Has.All.LessThanOrEqualTo(20));
    }

    [TestCase("sentences", 160, 40)]
    [TestCase("sentences", 32, 31)]
    [TestCase("sections", 160, 40)]
    [TestCase("sections", 48, 0)]
    public void Real_articles_are_cut_into_exact_spans_that_fit_and_leave_nothing_out(string by, int tokens, int overlap)
    {
        var chunker = Chunkers.For(new ChunkOptions { By = by, Tokens = tokens, Overlap = overlap });

        foreach (var article in Articles)
        {
            var chunks = chunker.Cut(article);

            var covered = chunks.SelectMany(c => Enumerable.Range(c.Span.Start, c.Span.Length)).ToHashSet();
            Assert.That(Enumerable.Range(0, article.Text.Length).Where(i => !char.IsWhiteSpace(article.Text[i])), Is.SubsetOf(covered));

            // A part of a sentence may have a token more by itself than it had in the whole.
            Assert.That(chunks.Select(c => O200k.Count(article.Text[c.Span.Start..c.Span.End])), Has.All.LessThanOrEqualTo(tokens + 1));
            Assert.That(chunks.Select(c => c.Id), Is.EqualTo(chunks.Select((_, i) => $"{article.Id}#{i}")));
        }
    }

    private static IReadOnlyList<Chunk> Cut(string text, int tokens, int overlap) =>
        Chunkers.For(new ChunkOptions { By = "sentences", Tokens = tokens, Overlap = overlap }).Cut(new Document("guide", "Guide", null, text));
}

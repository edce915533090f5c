using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Chunks;

namespace EvalHarness.Pipelines.Chat;

/// <summary>How long the passages of a corpus are, in tokens of o200k: it is cut as it would be for the index.</summary>
internal sealed class PassageLengths
{
    // Each passage's text, the shortest first.
    private readonly long[] lengths;

    private PassageLengths(IReadOnlyList<Chunk> chunks)
    {
        lengths = [.. chunks.Select(c => (long)O200k.Count(c.Text)).Order()];
        Titled = TokenRange.Exactly(chunks.Sum(c => (long)O200k.Count(c.TitledText)));
    }

    /// <summary>Nothing is retrieved.</summary>
    public static PassageLengths None { get; } = new([]);

    /// <summary>All of them as they are embedded, with their titles.</summary>
    public TokenRange Titled { get; }

    /// <summary>How often an embedder behind an endpoint is called for all of them.</summary>
    /// <param name="batch">Texts in one call.</param>
    public int EmbeddingCalls(int batch) => (lengths.Length + batch - 1) / batch;

    /// <exception cref="InputException">The corpus cannot be cut so.</exception>
    public static PassageLengths Of(Corpus corpus, ChunkOptions options)
    {
        var chunker = Chunkers.For(options);
        return new([.. corpus.Documents.SelectMany(chunker.Cut)]);
    }

    /// <summary>So many of them, whichever they are; all where there are fewer.</summary>
    /// <param name="around">Tokens that each costs besides its text.</param>
    public TokenRange Any(int count, int around)
    {
        var found = Math.Min(count, lengths.Length);
        return new(lengths.Take(found).Sum() + ((long)found * around), lengths.TakeLast(found).Sum() + ((long)found * around));
    }
}

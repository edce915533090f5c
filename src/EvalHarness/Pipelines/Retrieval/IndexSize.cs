using EvalHarness.Datasets;
using EvalHarness.Pipelines.Retrieval.Chunks;

namespace EvalHarness.Pipelines.Retrieval;

/// <summary>How much a pipeline's index holds.</summary>
/// <param name="Characters">Of all passages: overlaps count twice.</param>
public sealed record IndexSize(int Documents, int Passages, long Characters)
{
    /// <summary>Cuts the corpus as the index does; nothing is indexed or embedded.</summary>
    /// <exception cref="Inputs.InputException">The corpus cannot be read.</exception>
    public static IndexSize Of(RetrievalSource source)
    {
        var corpus = Distractors.AddTo(CorpusReader.Read(source.CorpusFolder), source.Options.Distractors);
        var chunker = Chunkers.For(source.Options.Chunk);
        var (passages, characters) = (0, 0L);
        foreach (var chunk in corpus.Documents.SelectMany(chunker.Cut))
            (passages, characters) = (passages + 1, characters + chunk.Text.Length);
        return new IndexSize(corpus.Documents.Count, passages, characters);
    }
}

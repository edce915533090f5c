using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval.Chunks;
using EvalHarness.Pipelines.Retrieval.Vectors;
using Microsoft.Extensions.AI;

namespace EvalHarness.Pipelines.Retrieval.Search;

/// <summary>Searches by the cosine between the question's vector and the chunks'.</summary>
public sealed class DenseSearch(IEmbeddingGenerator<string, Embedding<float>> embedder, IVectorIndex index, IReadOnlyList<Chunk> chunks) : ISearchIndex
{
    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string question, int count, StageClock clock, CancellationToken cancellationToken)
    {
        var embedded = await clock.TimeAsync(Stage.Embed, () => embedder.GenerateAsync([question], new EmbeddingGenerationOptions().With(clock.Calls), cancellationToken));

        // A question of words that the embedder has never seen points nowhere.
        if (UnitVector.Of(embedded[0].Vector.Span) is not { } vector)
            return [];
        var found = await clock.TimeAsync(Stage.Search, () => index.SearchAsync(vector, count, cancellationToken));
        return [.. found.Select(f => new SearchHit(f.Number, chunks[f.Number], f.Cosine, new Dictionary<string, double>(StringComparer.Ordinal) { ["cosine"] = f.Cosine }))];
    }
}

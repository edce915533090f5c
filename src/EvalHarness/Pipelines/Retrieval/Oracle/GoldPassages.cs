using EvalHarness.Datasets;
using EvalHarness.Pipelines.Retrieval.Chunks;

namespace EvalHarness.Pipelines.Retrieval.Oracle;

/// <summary>Finds the passages of an index that hold a piece of gold evidence.</summary>
internal sealed class GoldPassages(IEnumerable<Chunk> chunks)
{
    private readonly ILookup<string, Chunk> byDocument = chunks.ToLookup(c => c.Document.Id, StringComparer.Ordinal);

    /// <summary>The first passage that holds all of it; every one that holds a part of it where none does; none where the corpus does not have it.</summary>
    public IReadOnlyList<Chunk> Holding(GoldEvidence evidence)
    {
        var touching = Touching(evidence);
        var whole = touching.FirstOrDefault(c => c.Document.Find(evidence.Quote) is { } span && c.Span.Start <= span.Start && span.End <= c.Span.End);
        return whole is null ? touching : [whole];
    }

    /// <summary>Every passage that holds a part of it: none of them is a distractor.</summary>
    public IReadOnlyList<Chunk> Touching(GoldEvidence evidence) =>
        [.. byDocument[evidence.Document].Where(c => c.Document.Find(evidence.Quote) is { } span && span.Overlaps(c.Span))];
}

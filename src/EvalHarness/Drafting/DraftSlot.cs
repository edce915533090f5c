using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval.Chunks;

namespace EvalHarness.Drafting;

/// <summary>One question that is to be drafted: of which passages, in which phrasing.</summary>
/// <param name="Use">How often the passages were used for this kind before.</param>
/// <param name="Passages">One; for two hops the one that links and the one that it links to.</param>
/// <param name="Earlier">The document as it stood before; of a changed fact alone.</param>
public sealed record DraftSlot(DraftKind Kind, Phrasing Phrasing, int Use, IReadOnlyList<Chunk> Passages, Document? Earlier = null)
{
    /// <summary>The same wherever the same is asked of the same text.</summary>
    public string Id { get; } = $"{DraftNames.Of(Kind)}-{ContentHash.Of(
    [
        $"{Kind} {Use}",
        .. Passages.SelectMany(p => new[] { p.Document.Id, p.Text }),
        Earlier?.Text ?? "",
    ])[..12]}";

    public IReadOnlyList<string> Documents => [.. Passages.Select(p => p.Document.Id).Distinct(StringComparer.Ordinal)];
}

using EvalHarness.Datasets;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Whole documents, by paragraph: what a citation points to.</summary>
public sealed class DocumentEvidence(IEnumerable<Document> documents) : IEvidence
{
    private readonly EvidenceText[] texts = [.. documents.SelectMany(Paragraphs.Of)];

    public IReadOnlyList<EvidenceText> For(string claim) => texts;
}

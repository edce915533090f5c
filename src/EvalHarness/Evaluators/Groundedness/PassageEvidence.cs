using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>The passages that a pipeline was given, all of them.</summary>
public sealed class PassageEvidence(IEnumerable<Passage> passages) : IEvidence
{
    private readonly EvidenceText[] texts = [.. passages.Select(p => new EvidenceText(p.Document, p.Title, p.Text, p.Span?.Start))];

    public IReadOnlyList<EvidenceText> For(string claim) => texts;
}

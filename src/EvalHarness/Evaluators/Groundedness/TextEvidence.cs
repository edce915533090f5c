namespace EvalHarness.Evaluators.Groundedness;

/// <summary>A few texts that are all the evidence there is.</summary>
public sealed class TextEvidence(IReadOnlyList<EvidenceText> texts) : IEvidence
{
    public IReadOnlyList<EvidenceText> For(string claim) => texts;
}

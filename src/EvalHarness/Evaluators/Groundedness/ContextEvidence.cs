namespace EvalHarness.Evaluators.Groundedness;

/// <summary>One text that is all the evidence there is: the context of a labelled answer.</summary>
public sealed class ContextEvidence(string text) : IEvidence
{
    private readonly EvidenceText[] texts = [new("context", "", text, 0)];

    public IReadOnlyList<EvidenceText> For(string claim) => texts;
}

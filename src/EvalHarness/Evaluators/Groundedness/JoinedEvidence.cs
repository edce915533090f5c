namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Several bodies of evidence as one.</summary>
public sealed class JoinedEvidence(IReadOnlyList<IEvidence> parts) : IEvidence
{
    public IReadOnlyList<EvidenceText> For(string claim) => [.. parts.SelectMany(part => part.For(claim))];
}

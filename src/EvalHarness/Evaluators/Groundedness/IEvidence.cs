namespace EvalHarness.Evaluators.Groundedness;

/// <summary>A body of evidence: passages, gold evidence, or a whole corpus that is searched for each claim.</summary>
public interface IEvidence
{
    /// <summary>The texts that bear on a claim, best first; all of them when there are few.</summary>
    IReadOnlyList<EvidenceText> For(string claim);
}

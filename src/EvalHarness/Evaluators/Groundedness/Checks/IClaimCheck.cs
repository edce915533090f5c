namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>Looks for one kind of fault that shared words do not show.</summary>
internal interface IClaimCheck
{
    IEnumerable<Objection> Check(EvidenceMatch match);
}

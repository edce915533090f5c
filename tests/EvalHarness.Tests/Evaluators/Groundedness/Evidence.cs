using EvalHarness.Evaluators.Groundedness;

namespace EvalHarness.Tests.Evaluators.Groundedness;

/// <summary>One text as evidence.</summary>
internal sealed class Evidence(string text, string title = "") : IEvidence
{
    private readonly EvidenceText[] texts = [new("doc", title, text, 0)];

    public IReadOnlyList<EvidenceText> For(string claim) => texts;

    public static EvidenceMatch Match(string claim, string text, string question = "") =>
        new(new PreparedClaim(new Claim(claim, claim), new PreparedQuestion(question)), [new PreparedEvidence(new EvidenceText("doc", "", text, 0))]);
}

using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;

namespace My;

/// <summary>A verifier for which a claim is supported when it stands word for word in the evidence.</summary>
/// <remarks>The constructor may ask for the verifier's settings (<see cref="VerifierSource"/>), or for nothing.</remarks>
public sealed class Verbatim : IClaimVerifier
{
    public string Definition => "verbatim/1";

    public ValueTask<IReadOnlyList<ClaimVerdict>> VerifyAsync(string question, string answer, IEvidence evidence, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ClaimVerdict>>([.. ClaimSplitter.Split(answer).Select(claim => Verdict(claim, evidence.For(claim.Query(question))))]);

    private static ClaimVerdict Verdict(Claim claim, IReadOnlyList<EvidenceText> texts)
    {
        foreach (var text in texts)
        {
            var start = text.Text.IndexOf(claim.Text, StringComparison.OrdinalIgnoreCase);
            if (start >= 0)
                return new ClaimVerdict(claim.Text, 1, true, text.Document, text.InDocument(start, start + claim.Text.Length), null, claim.Text);
        }

        return new ClaimVerdict(claim.Text, 0, false, null, null, "it does not stand in the evidence word for word");
    }
}

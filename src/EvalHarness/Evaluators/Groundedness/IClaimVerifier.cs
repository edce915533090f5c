namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Says of each claim of an answer whether the evidence supports it. The seam to a local method, an entailment model or a judge.</summary>
public interface IClaimVerifier
{
    /// <summary>Everything that its verdicts depend on: method, version, weights, threshold.</summary>
    string Definition { get; }

    /// <param name="question">What was asked: an answer may lean on it.</param>
    /// <param name="answer">The text for the asker; the verifier splits it into claims.</param>
    /// <exception cref="NoVerdictException">It cannot say.</exception>
    ValueTask<IReadOnlyList<ClaimVerdict>> VerifyAsync(string question, string answer, IEvidence evidence, CancellationToken cancellationToken);
}

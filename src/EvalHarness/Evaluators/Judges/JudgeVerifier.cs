using EvalHarness.Evaluators.Groundedness;

namespace EvalHarness.Evaluators.Judges;

/// <summary>Verifies claims by a model that grades; the claims are cut by the harness, as for every verifier.</summary>
/// <remarks>Support is the share of votes. Error: a model's judgement, which calibrate measures on people's labels. Source: Zheng et al. 2023, arXiv:2306.05685 (position and self-preference of judges).</remarks>
public sealed class JudgeVerifier(Judge judge) : IClaimVerifier
{
    public const string Kind = "judge";

    private readonly ClaimJudge claims = new(judge);

    public string Definition => claims.Definition;

    public async ValueTask<IReadOnlyList<ClaimVerdict>> VerifyAsync(string question, string answer, IEvidence evidence, CancellationToken cancellationToken) =>
        await claims.VerdictsAsync(question, answer, ClaimSplitter.Split(answer), evidence, cancellationToken);
}

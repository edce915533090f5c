using EvalHarness.Evaluators.Groundedness.Baselines;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>The verifiers that need no model, by the name they have in a configuration.</summary>
public static class ClaimVerifiers
{
    public static IReadOnlyList<string> Names { get; } = ["local", "word-overlap", "answer-length"];

    /// <summary>Absent for a name that is not among <see cref="Names"/>.</summary>
    public static IClaimVerifier? Find(string name) => name switch
    {
        "local" => new LocalVerifier(),
        "word-overlap" => new WordOverlapVerifier(),
        "answer-length" => new AnswerLengthVerifier(),
        _ => null,
    };
}

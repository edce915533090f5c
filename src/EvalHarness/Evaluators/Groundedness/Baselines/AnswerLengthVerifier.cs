using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Baselines;

/// <summary>A baseline to be beaten: the shorter the answer, the better supported, whatever the evidence says. The answer is one claim.</summary>
public sealed class AnswerLengthVerifier : IClaimVerifier
{
    /// <summary>An answer of this many words has support one half: chosen on the files that the local verifier was trained on.</summary>
    private const double HalfWords = 123;

    /// <summary>Support from which an answer counts as supported.</summary>
    public const double Threshold = 0.5;

    public string Definition { get; } = FormattableString.Invariant($"answer-length/1 half={HalfWords} threshold={Threshold}");

    public ValueTask<IReadOnlyList<ClaimVerdict>> VerifyAsync(string question, string answer, IEvidence evidence, CancellationToken cancellationToken)
    {
        var words = WordReader.Read(answer).Count;
        var support = HalfWords / (HalfWords + words);
        return ValueTask.FromResult<IReadOnlyList<ClaimVerdict>>([new ClaimVerdict(answer, support, support >= Threshold, null, null, support >= Threshold ? null : $"it has {words} words")]);
    }
}

using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Baselines;

/// <summary>A baseline to be beaten: the share of the answer's content words, each once, that stand anywhere in its evidence. The answer is one claim.</summary>
/// <remarks>Its threshold was chosen as the local verifier's was, on the same files; what it cannot see is order, numbers, names and negation.</remarks>
public sealed class WordOverlapVerifier : IClaimVerifier
{
    /// <summary>The share from which an answer counts as supported.</summary>
    public const double Threshold = 0.7;

    public string Definition { get; } = FormattableString.Invariant($"word-overlap/1 threshold={Threshold}");

    public ValueTask<IReadOnlyList<ClaimVerdict>> VerifyAsync(string question, string answer, IEvidence evidence, CancellationToken cancellationToken)
    {
        var said = Stems(answer);
        var given = evidence.For(answer).SelectMany(text => Stems($"{text.Title} {text.Text}")).ToHashSet(StringComparer.Ordinal);
        var share = said.Count == 0 ? 1 : said.Count(given.Contains) / (double)said.Count;
        var isSupported = share >= Threshold;
        return ValueTask.FromResult<IReadOnlyList<ClaimVerdict>>([new ClaimVerdict(answer, share, isSupported, null, null, isSupported ? null : FormattableString.Invariant($"the evidence has {share:P0} of its words"))]);
    }

    private static HashSet<string> Stems(string text) => [.. WordReader.Read(text).Where(w => w.IsContent).Select(w => w.Stem)];
}

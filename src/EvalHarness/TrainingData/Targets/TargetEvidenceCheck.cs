using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;

namespace EvalHarness.TrainingData.Targets;

/// <summary>Holds what targets say against the corpus: cited documents, answers that nothing supports, facts that only an older snapshot has.</summary>
/// <remarks>
/// The harness's own verifier decides, claim by claim; docs/metrics.md has its measured error. Nothing is said of a target of which a part is supported, unless an older snapshot supports the rest:
/// one claim in doubt is more often the verifier's mistake than the target's.
/// </remarks>
internal sealed class TargetEvidenceCheck : IExampleCheck
{
    private readonly Corpus corpus;
    private readonly CorpusEvidence current;
    private readonly IReadOnlyList<(string Name, CorpusEvidence Evidence)> older;
    private readonly IClaimVerifier verifier;

    /// <param name="older">Earlier snapshots; empty when there are none.</param>
    public TargetEvidenceCheck(Corpus corpus, IReadOnlyList<Corpus> older, IClaimVerifier verifier)
    {
        (this.corpus, this.verifier) = (corpus, verifier);
        current = new CorpusEvidence(corpus);
        this.older = [.. older.Select(c => (c.Name, new CorpusEvidence(c)))];
    }

    public async ValueTask<IReadOnlyList<LintFinding>> LookAsync(ReadExample example, CancellationToken cancellationToken)
    {
        List<LintFinding> found = [.. Dangling(example)];
        if (example.Target.IsAbstention)
            return found;
        var verdicts = await VerifyAsync(example, current, cancellationToken);
        if (verdicts.Count == 0 || verdicts.All(v => v.IsSupported))
            return found;
        if (await StaleAsync(example, verdicts, cancellationToken) is { } stale)
            found.Add(stale);
        else if (verdicts.All(v => !v.IsSupported))
            found.Add(Finding(LintRules.NoEvidence, example, $"nothing in {corpus.Name} supports \"{verdicts[0].Claim}\" ({verdicts[0].Reason})"));
        return found;
    }

    private IEnumerable<LintFinding> Dangling(ReadExample example) => example.Target.Citations
        .Select(c => c.Document)
        .Distinct(StringComparer.Ordinal)
        .Where(document => corpus.Find(document) is null)
        .Select(document => Finding(LintRules.CitationDangling, example, $"{corpus.Name} has no document '{document}'"));

    private async ValueTask<LintFinding?> StaleAsync(ReadExample example, IReadOnlyList<ClaimVerdict> now, CancellationToken cancellationToken)
    {
        foreach (var (name, evidence) in older)
        {
            var then = await VerifyAsync(example, evidence, cancellationToken);
            if (now.Zip(then).FirstOrDefault(v => !v.First.IsSupported && v.Second.IsSupported) is { First: { } verdict })
                return Finding(LintRules.StaleFact, example, $"{name} says \"{verdict.Claim}\", {corpus.Name} does not ({verdict.Reason})");
        }

        return null;
    }

    private ValueTask<IReadOnlyList<ClaimVerdict>> VerifyAsync(ReadExample example, CorpusEvidence evidence, CancellationToken cancellationToken) =>
        verifier.VerifyAsync(example.Conversation.Text, example.Target.Text, evidence, cancellationToken);

    private static LintFinding Finding(LintRule rule, ReadExample example, string found) => new(rule.Id, rule.Severity, example.Where, found, rule.Mend);
}

using System.Text.RegularExpressions;
using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Language;
using EvalHarness.TrainingData.Texts;

namespace EvalHarness.TrainingData.Targets;

/// <summary>Holds what targets say against the corpus: cited documents, answers that nothing supports, facts that only an older snapshot has.</summary>
/// <remarks>
/// The harness's own verifier decides, claim by claim; docs/metrics.md has its measured error. Nothing is said of a target of which a part is supported, unless an older snapshot supports the rest:
/// one claim in doubt is more often the verifier's mistake than the target's. A fact is stale only where the sentences that support it are gone from the current snapshot.
/// </remarks>
internal sealed partial class TargetEvidenceCheck : IExampleCheck
{
    private readonly Corpus corpus;
    private readonly CorpusEvidence current;
    private readonly HashSet<string> sentences;
    private readonly IReadOnlyList<(Corpus Corpus, CorpusEvidence Evidence)> older;
    private readonly IClaimVerifier verifier;

    /// <param name="older">Earlier snapshots; empty when there are none.</param>
    public TargetEvidenceCheck(Corpus corpus, IReadOnlyList<Corpus> older, IClaimVerifier verifier)
    {
        (this.corpus, this.verifier) = (corpus, verifier);
        current = new CorpusEvidence(corpus);
        sentences = [.. corpus.Documents.SelectMany(d => Sentences(d.Text))];
        this.older = [.. older.Select(c => (c, new CorpusEvidence(c)))];
    }

    public async ValueTask<IReadOnlyList<LintFinding>> LookAsync(ReadExample example, CancellationToken cancellationToken)
    {
        List<LintFinding> found = [.. Dangling(example)];
        if (example.Target.IsAbstention || found.Exists(f => f.Rule == LintRules.StaleFact.Id))
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

    // A document that was withdrawn was there once: what it said is out of date, not invented.
    private IEnumerable<LintFinding> Dangling(ReadExample example)
    {
        foreach (var document in example.Target.Citations.Select(c => c.Document).Distinct(StringComparer.Ordinal).Where(d => corpus.Find(d) is null))
        {
            yield return older.FirstOrDefault(o => o.Corpus.Find(document) is not null) is { Corpus: { } then }
                ? Finding(LintRules.StaleFact, example, $"it cites '{document}', which {then.Name} has and {corpus.Name} does not")
                : Finding(LintRules.CitationDangling, example, $"{corpus.Name} has no document '{document}'");
        }
    }

    private async ValueTask<LintFinding?> StaleAsync(ReadExample example, IReadOnlyList<ClaimVerdict> now, CancellationToken cancellationToken)
    {
        foreach (var (snapshot, evidence) in older)
        {
            var then = await VerifyAsync(example, evidence, cancellationToken);
            if (now.Zip(then).FirstOrDefault(v => !v.First.IsSupported && v.Second.IsSupported && IsGone(v.Second.Quote)) is { First: { } verdict })
                return Finding(LintRules.StaleFact, example, $"{snapshot.Name} says \"{verdict.Claim}\", {corpus.Name} does not ({verdict.Reason})");
        }

        return null;
    }

    private ValueTask<IReadOnlyList<ClaimVerdict>> VerifyAsync(ReadExample example, CorpusEvidence evidence, CancellationToken cancellationToken) =>
        verifier.VerifyAsync(example.Conversation.Text, Interjection().Replace(example.Target.Text, ""), evidence, cancellationToken);

    private bool IsGone(string? quote) => quote is not null && Sentences(quote).Any(s => !sentences.Contains(s));

    private static IEnumerable<string> Sentences(string text) => text.Split('\n').SelectMany(line => SentenceSplitter.Split(line).Select(span => PlainText.Of(line[span.Start..span.End]))).Where(s => s.Length > 0);

    // "No, only the owner can": the corpus says the rest, and has no "no" to hold the word against.
    [GeneratedRegex(@"^\s*(?:yes|no|ja|nein|oui|non|s[ií])\s*[,.:;!–-]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Interjection();

    private static LintFinding Finding(LintRule rule, ReadExample example, string found) => new(rule.Id, rule.Severity, example.Where, found, rule.Mend);
}

using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;

namespace EvalHarness.Evaluators.Citations;

/// <summary>Judges citations sentence by sentence.</summary>
/// <remarks>Source: ALCE, Gao et al. 2023, arXiv:2305.14627, section 3: recall per sentence, precision per citation.</remarks>
internal sealed class CitationSupport(IClaimVerifier verifier, Sample sample, CitedEvidence evidence)
{
    public async ValueTask<JudgedSentence> JudgeAsync(CitedSentence sentence, CancellationToken cancellationToken)
    {
        // A sentence without citations, or with dangling ones alone, is not supported.
        var isSupported = await SupportsAsync(sentence.Text, sentence.Documents, cancellationToken);
        var citations = new List<JudgedCitation>();
        foreach (var document in sentence.Documents)
        {
            var isNeeded = isSupported && await IsNeededAsync(sentence, document, cancellationToken);
            citations.Add(new JudgedCitation(document, Resolve(document, isNeeded), isNeeded));
        }

        return new JudgedSentence(
            sentence.Text,
            isSupported,
            await HoldsAsync(sentence.Text, evidence.Gold(sample.Evidence, sentence.Documents), cancellationToken),
            isSupported || sentence.Documents.Count == 0 ? null : await ElsewhereAsync(sentence, cancellationToken),
            citations);
    }

    /// <summary>What becomes of a citation, given whether its sentence needs it.</summary>
    public Resolution Resolve(string document, bool isNeeded) => (evidence.IsRetrieved(document), evidence.Exists(document)) switch
    {
        (true, _) => isNeeded ? Resolution.Supported : Resolution.Unsupported,
        (false, true) => Resolution.NotRetrieved,
        _ => Resolution.NotInCorpus,
    };

    /// <summary>Of a supported sentence: the document supports it alone, or the others do not without it.</summary>
    private async ValueTask<bool> IsNeededAsync(CitedSentence sentence, string document, CancellationToken cancellationToken)
    {
        if (sentence.Documents.Count == 1 || await SupportsAsync(sentence.Text, [document], cancellationToken))
            return true;
        return evidence.Exists(document) && !await SupportsAsync(sentence.Text, [.. sentence.Documents.Where(other => other != document)], cancellationToken);
    }

    private async ValueTask<string?> ElsewhereAsync(CitedSentence sentence, CancellationToken cancellationToken)
    {
        foreach (var other in evidence.Others(sentence.Documents))
        {
            if (await SupportsAsync(sentence.Text, [other], cancellationToken))
                return other;
        }

        return null;
    }

    private async ValueTask<bool> SupportsAsync(string sentence, IReadOnlyCollection<string> documents, CancellationToken cancellationToken) =>
        documents.Any(evidence.Exists) && await HoldsAsync(sentence, evidence.Of(documents), cancellationToken);

    private async ValueTask<bool> HoldsAsync(string sentence, IEvidence held, CancellationToken cancellationToken)
    {
        if (held.For(sentence).Count == 0)
            return false;
        var verdicts = await verifier.VerifyAsync(sample.Asked(), sentence, held, cancellationToken);
        return verdicts.Count > 0 && verdicts.All(v => v.IsSupported);
    }
}

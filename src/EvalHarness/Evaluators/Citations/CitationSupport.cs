using EvalHarness.Evaluators.Groundedness;

namespace EvalHarness.Evaluators.Citations;

/// <summary>Judges citations sentence by sentence.</summary>
/// <remarks>Source: ALCE, Gao et al. 2023, arXiv:2305.14627, section 3: recall per sentence, precision per citation.</remarks>
internal sealed class CitationSupport(IClaimVerifier verifier, string question, CitedEvidence evidence)
{
    /// <summary>The cited documents together support the sentence; a sentence without citations, or with dangling ones alone, is not supported.</summary>
    public async ValueTask<bool> IsSupportedAsync(CitedSentence sentence, CancellationToken cancellationToken) => await SupportsAsync(sentence.Text, sentence.Documents, cancellationToken);

    /// <summary>Of a supported sentence: the document supports it alone, or the others do not without it.</summary>
    public async ValueTask<bool> IsNeededAsync(CitedSentence sentence, string document, CancellationToken cancellationToken)
    {
        if (await SupportsAsync(sentence.Text, [document], cancellationToken))
            return true;
        return !await SupportsAsync(sentence.Text, [.. sentence.Documents.Where(other => other != document)], cancellationToken);
    }

    private async ValueTask<bool> SupportsAsync(string sentence, IReadOnlyCollection<string> documents, CancellationToken cancellationToken)
    {
        var known = documents.Where(evidence.Exists).ToList();
        if (known.Count == 0)
            return false;
        var verdicts = await verifier.VerifyAsync(question, sentence, evidence.Of(known), cancellationToken);
        return verdicts.Count > 0 && verdicts.All(v => v.IsSupported);
    }
}

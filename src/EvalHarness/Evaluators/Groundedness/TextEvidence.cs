namespace EvalHarness.Evaluators.Groundedness;

/// <summary>A few texts that are all the evidence there is.</summary>
public sealed class TextEvidence(IReadOnlyList<EvidenceText> texts) : IEvidence
{
    /// <summary>One text: the context of a labelled answer.</summary>
    public TextEvidence(string context)
        : this("context", [context])
    {
    }

    /// <param name="document">The id that all the texts are shown under.</param>
    public TextEvidence(string document, IEnumerable<string> texts)
        : this([.. texts.Select(text => new EvidenceText(document, "", text, 0))])
    {
    }

    public IReadOnlyList<EvidenceText> For(string claim) => texts;
}

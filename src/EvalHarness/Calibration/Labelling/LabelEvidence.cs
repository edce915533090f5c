namespace EvalHarness.Calibration.Labelling;

/// <summary>What an answer is held against.</summary>
public enum LabelEvidence
{
    /// <summary>The gold answers.</summary>
    Gold,

    /// <summary>The paragraphs of the corpus that bear on the answer's claims, and the gold evidence: there for every pipeline.</summary>
    Corpus,

    /// <summary>The passages that the pipeline was given; pipelines that do not retrieve have none.</summary>
    Passages,
}

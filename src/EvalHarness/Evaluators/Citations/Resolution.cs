namespace EvalHarness.Evaluators.Citations;

/// <summary>What became of a citation: resolved against the passages first, then against the corpus.</summary>
internal enum Resolution
{
    /// <summary>It leads to a passage that supports its sentence, alone or as a part that the others need.</summary>
    Supported,

    /// <summary>It leads to a passage that does not.</summary>
    Unsupported,

    /// <summary>It leads to a document of the corpus that the pipeline was not given: a tuned model may name the right article.</summary>
    NotRetrieved,

    /// <summary>It leads nowhere.</summary>
    NotInCorpus,
}

namespace EvalHarness.Diagnosis;

/// <summary>Why a row failed, in the order of the walk: the earliest step that explains a failure is its cause.</summary>
public enum Cause
{
    /// <summary>There is no answer: an exception, a timeout, nothing.</summary>
    PipelineError,

    /// <summary>Answers a question that the corpus does not answer.</summary>
    AnsweredUnanswerable,

    /// <summary>Not right, and some of the gold evidence is nowhere among the candidates.</summary>
    RetrieverMissed,

    /// <summary>Not right; all of the gold evidence stands among the candidates, and some of it was not given to the model.</summary>
    RankedBelowCut,

    /// <summary>Declines a question that has an answer, and nothing shows that the evidence was missing.</summary>
    OverRefused,

    /// <summary>Not right, and its evidence says otherwise than a claim of it.</summary>
    Contradicted,

    /// <summary>Not right, and its evidence does not say what a claim of it says.</summary>
    Unsupported,

    /// <summary>Not right although the model was given all of the gold evidence, and every claim of it is supported: it says something else.</summary>
    EvidenceUnused,

    /// <summary>Nothing is wrong but the form of the reply.</summary>
    FormatOnly,

    /// <summary>Failed for none of these, or a score that should tell has no value.</summary>
    Unattributed,
}

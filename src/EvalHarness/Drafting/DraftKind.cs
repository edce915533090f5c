namespace EvalHarness.Drafting;

/// <summary>What a drafted question tries.</summary>
public enum DraftKind
{
    /// <summary>One passage answers it.</summary>
    SingleHop,

    /// <summary>It needs a document and another one that the first links to.</summary>
    TwoHop,

    /// <summary>A near miss: the corpus looks as if it answered it, and does not.</summary>
    Unanswerable,

    /// <summary>What is right has changed since an earlier snapshot.</summary>
    ChangedFact,
}

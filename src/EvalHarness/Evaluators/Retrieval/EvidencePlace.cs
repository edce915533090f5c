namespace EvalHarness.Evaluators.Retrieval;

/// <summary>How far a sample's gold evidence came: all of it is needed, so the span that fared worst decides.</summary>
internal enum EvidencePlace
{
    /// <summary>The model was given all of it.</summary>
    Given,

    /// <summary>All of it stands among the candidates, and some was not given.</summary>
    BelowTheCut,

    /// <summary>Some of it is nowhere among the candidates.</summary>
    Missed,
}

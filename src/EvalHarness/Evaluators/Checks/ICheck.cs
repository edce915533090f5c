namespace EvalHarness.Evaluators.Checks;

/// <summary>A reading of replies that a user may name as a metric: a rule that they keep or break, or a gauge of them.</summary>
internal interface ICheck
{
    /// <summary>Which files it was made from besides its settings, as a hash; nothing for most.</summary>
    string Content => "";
}

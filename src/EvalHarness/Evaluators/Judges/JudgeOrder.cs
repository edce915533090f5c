namespace EvalHarness.Evaluators.Judges;

/// <summary>In which order things stand before a judge: models favour what they read first, or last.</summary>
public enum JudgeOrder
{
    /// <summary>Evidence before claims; options as they are written.</summary>
    Usual,

    /// <summary>Claims before evidence; the last option first.</summary>
    Reversed,
}

namespace EvalHarness.TrainingData;

/// <summary>What a finding asks for.</summary>
public enum LintSeverity
{
    /// <summary>Worth knowing; nothing need be done.</summary>
    Info,

    /// <summary>To be looked at: it may be meant.</summary>
    Warning,

    /// <summary>To be mended: figures or the model are spoilt by it. Exit code 1.</summary>
    Error,
}

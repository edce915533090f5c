namespace EvalHarness.Evaluators.Checks;

/// <summary>Who is spoken of.</summary>
internal enum Person
{
    /// <summary>I, we.</summary>
    First,

    /// <summary>You.</summary>
    Second,

    /// <summary>He, she, it, they.</summary>
    Third,
}

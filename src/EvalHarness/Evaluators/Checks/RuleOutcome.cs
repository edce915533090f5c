namespace EvalHarness.Evaluators.Checks;

/// <summary>Whether a reply keeps a rule, and what was found.</summary>
internal readonly record struct RuleOutcome(bool Passes, string Reason)
{
    public static RuleOutcome Pass(string reason) => new(true, reason);

    public static RuleOutcome Fail(string reason) => new(false, reason);

    /// <summary>Passes when nothing is wrong.</summary>
    public static RuleOutcome Of(IReadOnlyList<string> wrongs, string right) => wrongs.Count == 0 ? Pass(right) : Fail(string.Join("; ", wrongs));
}

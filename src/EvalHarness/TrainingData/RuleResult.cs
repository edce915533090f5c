namespace EvalHarness.TrainingData;

/// <summary>What became of one rule.</summary>
/// <param name="NotChecked">Why it was not checked; absent when it was.</param>
/// <param name="Errors">Findings of that severity; all of them, also those that are not listed.</param>
/// <param name="Listed">How many of them stand in the result.</param>
public sealed record RuleResult(string Rule, bool IsLeak, string? NotChecked, int Errors, int Warnings, int Infos, int Listed)
{
    public int Findings => Errors + Warnings + Infos;
}

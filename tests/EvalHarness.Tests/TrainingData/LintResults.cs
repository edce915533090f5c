using EvalHarness.TrainingData;

namespace EvalHarness.Tests.TrainingData;

internal static class LintResults
{
    public static RuleResult Of(this LintResult result, LintRule rule) => result.Rules.Single(r => r.Rule == rule.Id);

    /// <summary>Line numbers of a rule's listed findings.</summary>
    public static IReadOnlyList<int> Lines(this LintResult result, LintRule rule) =>
        [.. result.Findings.Where(f => f.Rule == rule.Id).Select(f => int.Parse(f.Where[(f.Where.LastIndexOf(':') + 1)..], System.Globalization.CultureInfo.InvariantCulture))];

    public static IEnumerable<string> Ids(this LintResult result) => result.Findings.Select(f => f.Rule);
}

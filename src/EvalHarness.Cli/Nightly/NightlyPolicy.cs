using EvalHarness.Gates;
using EvalHarness.Inputs;

namespace EvalHarness.Cli.Nightly;

/// <summary>What a night watches for: what the gate's policy forbids for this experiment; without one, answers that got worse.</summary>
internal static class NightlyPolicy
{
    public const double DefaultMargin = 0.02;

    private const string DefaultMetric = "answer-correctness";

    /// <exception cref="InputException">The policy says nothing of this experiment, or has nothing to guard.</exception>
    public static PolicySection Section(Policy? policy, string experiment, double? margin)
    {
        if (policy is null)
            return Default(margin ?? DefaultMargin);
        var section = policy.Sections.FirstOrDefault(s => s.Experiment == experiment) ?? policy.Sections.FirstOrDefault(s => s.Experiment is null)
            ?? throw new InputException(new InputProblem(policy.File, $"it says nothing of the experiment '{experiment}'", $"It speaks of: {string.Join(", ", policy.Sections.Select(s => s.Experiment))}."));
        return section.Metrics.Any(m => m.Role is MetricRole.Guardrail or MetricRole.DeteriorationOnly)
            ? section
            : throw new InputException(new InputProblem(policy.File, "no metric has the role guardrail or deterioration-only", "The alarm tests what the gate forbids: name a guardrail with its margin."));
    }

    private static PolicySection Default(double margin) => new()
    {
        MinimumRows = 0,
        MinimumClusters = 0,
        CoverageFloor = 0.95,
        ErrorBudget = 0.02,
        Metrics = [new MetricRule(DefaultMetric, MetricRole.Guardrail, new Margin(margin, IsRelative: false), new Dictionary<string, Margin>())],
        Ceilings = new Dictionary<string, double>(),
    };
}

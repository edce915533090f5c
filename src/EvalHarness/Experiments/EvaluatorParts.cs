using EvalHarness.Evaluators.Checks;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Inputs;

namespace EvalHarness.Experiments;

/// <summary>What the program was composed with to build evaluators that the experiment file describes.</summary>
public sealed record EvaluatorParts
{
    /// <summary>Nothing but what needs no model, no program and no plug-in.</summary>
    public static EvaluatorParts Offline { get; } = new();

    /// <summary>One for each kind of metric that users define.</summary>
    public IReadOnlyList<IMetricFactory> Metrics { get; init; } = [new CheckFactory(), new RecordedMetricFactory()];

    /// <summary>One for each kind of verifier besides those that are always there.</summary>
    public IReadOnlyList<IVerifierFactory> Verifiers { get; init; } = [];

    /// <summary>The models that grade; none without an experiment that describes them.</summary>
    public JudgeSet Judges { get; init; } = JudgeSet.None;

    internal IMetricFactory Factory(MetricSource metric) => Metrics.FirstOrDefault(f => f.Kind == metric.Kind)
        ?? throw Unknown($"metrics.{metric.Id}", "kind of metric", metric.Kind, Metrics.Select(f => f.Kind));

    /// <summary>Absent for a verifier that is always there.</summary>
    internal IVerifierFactory? Factory(VerifierSource verifier) => Verifiers.FirstOrDefault(f => f.Kind == verifier.Kind)
        ?? (ClaimVerifiers.Names.Contains(verifier.Kind) ? null : throw Unknown("verifier", "verifier", verifier.Kind, ClaimVerifiers.Names.Concat(Verifiers.Select(f => f.Kind))));

    internal IClaimVerifier Build(VerifierSource verifier) => Factory(verifier)?.Build(verifier) ?? ClaimVerifiers.Find(verifier.Kind)!;

    private static InputException Unknown(string where, string what, string found, IEnumerable<string> known) =>
        new(new InputProblem(where, $"there is no {what} '{found}'", $"Known: {string.Join(", ", known)}."));
}

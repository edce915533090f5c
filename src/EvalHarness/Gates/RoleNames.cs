namespace EvalHarness.Gates;

/// <summary>Roles as policies and verdicts spell them.</summary>
public static class RoleNames
{
    public const string Ceiling = "ceiling";
    public const string Condition = "condition";
    public const string Deterioration = "deterioration-only";

    public static string Of(MetricRole role) => role switch
    {
        MetricRole.Objective => "objective",
        MetricRole.Guardrail => "guardrail",
        MetricRole.DeteriorationOnly => Deterioration,
        _ => "information",
    };
}

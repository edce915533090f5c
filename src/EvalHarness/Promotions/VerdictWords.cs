using EvalHarness.Gates;

namespace EvalHarness.Promotions;

/// <summary>Verdicts as the registry and gate.json write them.</summary>
internal static class VerdictWords
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Promote => "promote",
        Verdict.Inconclusive => "inconclusive",
        Verdict.Reject => "reject",
        _ => "invalid",
    };
}

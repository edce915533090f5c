using EvalHarness.Evaluators.Groundedness.Features;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Says why a claim is not supported: what is contradicted, what is missing, or else that it does not stand together.</summary>
internal static class ClaimReason
{
    private const int MostWords = 5;

    public static string Of(ClaimReading reading)
    {
        List<string> reasons = [.. reading.Objections.Select(f => f.Reason), .. Missing(reading)];
        return reasons.Count > 0 ? string.Join("; ", reasons) : "its words are in the evidence, but what they say together is not";
    }

    /// <summary>The claim's words that the best window lacks, the first few.</summary>
    private static IEnumerable<string> Missing(ClaimReading reading)
    {
        var missing = ClaimReading.Bits(reading.MissingInBest).Select(reading.Claim.Wording).Take(MostWords).ToList();
        return missing.Count == 0 ? [] : [$"the best evidence lacks: {string.Join(", ", missing)}"];
    }
}

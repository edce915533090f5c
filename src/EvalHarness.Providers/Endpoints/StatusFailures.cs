namespace EvalHarness.Providers.Endpoints;

/// <summary>What HTTP statuses mean for trying again.</summary>
internal static class StatusFailures
{
    private static readonly HashSet<string> Retried = ["408", "425", "429", "500", "502", "503", "504", "529"];

    public static Failure Of(string status, string reason, string? code)
    {
        // OpenAI's 429 for an empty account: waiting does not fill it.
        if (code is "insufficient_quota" or "billing_hard_limit_reached")
            return new Failure(status, reason) { Code = code, Hard = HardFault.Credit };
        return new Failure(status, reason)
        {
            Code = code,
            IsRetried = Retried.Contains(status),
            IsRefusal = status == "429",
            Hard = Fault(status),
        };
    }

    private static HardFault? Fault(string status) => status switch
    {
        "401" or "403" => HardFault.Key,
        "402" => HardFault.Credit,
        "404" => HardFault.Place,
        _ => null,
    };
}

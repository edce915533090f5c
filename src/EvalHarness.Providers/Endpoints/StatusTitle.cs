using System.Globalization;
using System.Net;

namespace EvalHarness.Providers.Endpoints;

/// <summary>What a status is called in a message.</summary>
internal static class StatusTitle
{
    public static string Of(string status) => status switch
    {
        "timeout" => "timeout",
        "reset" => "connection lost",
        "truncated" => "reply cut off",
        "unreadable" => "unreadable reply",
        "unreachable" => "unreachable",
        "529" => "529 Overloaded",
        _ => Http(status),
    };

    private static string Http(string status)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)int.Parse(status, CultureInfo.InvariantCulture));
        return response.ReasonPhrase is { Length: > 0 } phrase ? $"{status} {phrase}" : status;
    }
}

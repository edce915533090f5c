using EvalHarness.Providers.Endpoints;

namespace EvalHarness.Providers.Models;

/// <summary>Tells a server that answers whole where a stream was asked for: the SDKs find no event in that, and it is paid for.</summary>
internal static class StreamedType
{
    private const string Whole = "application/json";

    /// <exception cref="EndpointException">The reply is no stream.</exception>
    public static void Check(string? contentType)
    {
        const string Reason = $"the reply is {Whole}, not a stream: leave stream: out";
        if (contentType?.StartsWith(Whole, StringComparison.OrdinalIgnoreCase) == true)
            throw new EndpointException(Reason, "unreadable", Reason);
    }
}

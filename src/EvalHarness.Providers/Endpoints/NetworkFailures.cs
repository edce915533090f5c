using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;

namespace EvalHarness.Providers.Endpoints;

/// <summary>What failures on the way and in reading a reply mean for trying again.</summary>
internal static class NetworkFailures
{
    /// <summary>Absent for an exception that says nothing of the network.</summary>
    public static Failure? Of(Exception exception, string reason) => exception switch
    {
        AuthenticationException => new Failure("unreachable", reason) { Hard = HardFault.Certificate },
        SocketException socket => Of(socket.SocketErrorCode, reason),
        HttpIOException http => Of(http.HttpRequestError, reason),
        HttpRequestException http => Of(http.HttpRequestError, reason),
        EndOfStreamException => Truncated(reason),
        IOException io => IsCutShort(io.Message) ? Truncated(reason) : Reset(reason),
        DecoderFallbackException => new Failure("unreadable", $"the reply is not UTF-8: {reason}"),
        JsonException json => IsCutShort(json.Message) ? Truncated(reason) : new Failure("unreadable", reason),
        _ => null,
    };

    private static Failure Of(SocketError error, string reason) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData => new Failure("unreachable", reason) { Hard = HardFault.Host },
        SocketError.TryAgain => new Failure("unreachable", reason) { IsRetried = true, Hard = HardFault.Host },
        SocketError.ConnectionRefused or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown or SocketError.NetworkDown or SocketError.TimedOut
            => new Failure("unreachable", reason) { IsRetried = true, Hard = HardFault.Server },
        _ => Reset(reason),
    };

    private static Failure? Of(HttpRequestError error, string reason) => error switch
    {
        HttpRequestError.ResponseEnded => Truncated(reason),
        HttpRequestError.NameResolutionError => new Failure("unreachable", reason) { IsRetried = true, Hard = HardFault.Host },
        HttpRequestError.ConnectionError => new Failure("unreachable", reason) { IsRetried = true, Hard = HardFault.Server },
        HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded => new Failure("unreadable", reason),
        HttpRequestError.VersionNegotiationError => new Failure("unreachable", reason),
        _ => Reset(reason),
    };

    private static Failure Reset(string reason) => new("reset", reason) { IsRetried = true };

    private static Failure Truncated(string reason) => new("truncated", reason) { IsRetried = true };

    private static bool IsCutShort(string message) =>
        CutJson.IsMeantBy(message)
        || message.Contains("response ended prematurely", StringComparison.OrdinalIgnoreCase);
}

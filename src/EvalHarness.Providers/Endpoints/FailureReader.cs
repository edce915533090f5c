using System.ClientModel;
using System.Globalization;
using System.Text.Json;
using Anthropic.Exceptions;

namespace EvalHarness.Providers.Endpoints;

/// <summary>Understands what a try threw, whichever SDK wrapped it.</summary>
internal sealed class FailureReader(EndpointSecrets secrets)
{
    /// <summary>Absent for an exception of the caller's own, which is not the endpoint's failure to deliver.</summary>
    public Failure? Read(Exception exception)
    {
        var chain = Chain(exception).ToList();
        if (chain.OfType<EndpointException>().FirstOrDefault() is { } endpoint)
            return Of(endpoint);
        // A status says more than the socket below it, and of the network's exceptions the innermost says most.
        return chain.Select(OfSdk).FirstOrDefault(f => f is not null)
            ?? chain.AsEnumerable().Reverse().Select(e => NetworkFailures.Of(e, Line(Told(e, chain)))).FirstOrDefault(f => f is not null);
    }

    /// <summary>One line on an exception that nobody here understands.</summary>
    public string Line(Exception exception) => secrets.Excerpt.Start(exception.Message);

    // Who reads JSON says around the parser's own words whose JSON it is, and how it starts.
    private static Exception Told(Exception exception, IEnumerable<Exception> chain) => exception is JsonException ? chain.OfType<JsonException>().First() : exception;

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
            yield return inner;
    }

    private static Failure Of(EndpointException exception)
    {
        var failure = char.IsAsciiDigit(exception.Status[0])
            ? StatusFailures.Of(exception.Status, exception.Reason, exception.Code)
            : new Failure(exception.Status, exception.Reason) { IsRetried = exception.Status is "truncated" or "reset" or "timeout" };
        return failure with { RetryAfter = exception.RetryAfter, Address = exception.Address };
    }

    private Failure? OfSdk(Exception exception) => exception switch
    {
        ClientResultException { Status: > 0 } openAi => StatusFailures.Of(Text(openAi.Status), Line(openAi), code: null),
        AnthropicApiException anthropic => StatusFailures.Of(Text((int)anthropic.StatusCode), Line(anthropic), code: null),
        AnthropicSseException stream => StatusFailures.Of(StreamStatus(stream.Message), Line(stream), code: null),
        _ => null,
    };

    // An error inside a stream comes after the status 200, by name alone.
    private static string StreamStatus(string message) =>
        message.Contains("overloaded_error", StringComparison.Ordinal) ? "529"
        : message.Contains("rate_limit_error", StringComparison.Ordinal) ? "429"
        : message.Contains("invalid_request_error", StringComparison.Ordinal) ? "400"
        : "500";

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}

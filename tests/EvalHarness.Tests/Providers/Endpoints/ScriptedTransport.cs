using System.Net;

namespace EvalHarness.Tests.Providers.Endpoints;

/// <summary>A network that answers as told, one reply after the other; the last one over and over.</summary>
internal sealed class ScriptedTransport(params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] replies) : HttpMessageHandler
{
    private int sent;

    public int Sent => sent;

    public HttpRequestMessage? Last { get; private set; }

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Reply(int status, string body = "", params (string Name, string Value)[] headers) => (_, _) =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return Task.FromResult(response);
    };

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Throw(Exception exception) => (_, _) => Task.FromException<HttpResponseMessage>(exception);

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Hang(TimeProvider time) => async (_, cancellationToken) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
        throw new InvalidOperationException("nothing can come of this");
    };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Last = request;
        return replies[Math.Min(Interlocked.Increment(ref sent), replies.Length) - 1](request, cancellationToken);
    }
}

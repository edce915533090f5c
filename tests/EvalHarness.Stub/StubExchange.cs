using EvalHarness.Stub.Counts;
using Microsoft.AspNetCore.Http;

namespace EvalHarness.Stub;

/// <summary>One request under way, as a fault sees it: it may have it answered, change what is sent, or cut it off.</summary>
public sealed class StubExchange(HttpContext http, StubOptions options, Func<Func<StubReply, StubReply>, Task<StubAnswered>> answer, Func<int, string?, StubResponse> error)
{
    public CancellationToken Cancelled => http.RequestAborted;

    /// <summary>The answer that a fault has not spoilt yet.</summary>
    public Task<StubAnswered> AnswerAsync(Func<StubReply, StubReply>? change = null) => answer(change ?? (reply => reply));

    /// <summary>The headers that were sent, as a gateway would show them.</summary>
    public string Headers => string.Join("; ", http.Request.Headers.Select(h => $"{h.Key}: {h.Value}"));

    /// <summary>An error as the API at hand words it; the headers that were sent are in it where the options say so.</summary>
    public StubResponse Error(int status, string? message = null) =>
        error(status, options.EchoesHeaders ? $"{message ?? "failed"} {Headers}" : message);

    public DateTimeOffset Now => options.Time.GetUtcNow();

    /// <summary>Answers whole.</summary>
    public async Task<StubOutcome> ReplyAsync(Func<StubReply, StubReply>? change = null)
    {
        var answered = await AnswerAsync(change);
        await SendAsync(answered.Response);
        return new StubOutcome($"{answered.Response.Status}", answered.Response.Status == 200 ? answered.Reply : null);
    }

    public async Task UntilGoneAsync()
    {
        var gone = new TaskCompletionSource();
        await using var registration = Cancelled.Register(gone.SetResult);
        await gone.Task;
    }

    public Task WaitAsync(TimeSpan wait) => Task.Delay(wait, options.Time, Cancelled);

    public void SetHeader(string name, string value) => http.Response.Headers[name] = value;

    /// <summary>Sends a response whole.</summary>
    public async Task SendAsync(StubResponse response)
    {
        Begin(response, response.Pieces.Count == 1);
        foreach (var (index, piece) in response.Pieces.Index())
            await SendAsync(piece, index == 0 ? TimeSpan.Zero : options.PieceDelay);
    }

    /// <summary>Sends the first half as if the rest would follow.</summary>
    public async Task SendHalfAsync(StubResponse response)
    {
        Begin(response, response.Pieces.Count == 1);
        if (response.Pieces.Count == 1)
            await SendAsync(response.Pieces[0][..(response.Pieces[0].Length / 2)], TimeSpan.Zero);
        else
            foreach (var piece in response.Pieces.Take(response.Pieces.Count / 2))
                await SendAsync(piece, options.PieceDelay);
    }

    /// <summary>Closes the connection (of HTTP/2 the stream) at once.</summary>
    public void Reset() => http.Abort();

    private void Begin(StubResponse response, bool knowsLength)
    {
        http.Response.StatusCode = response.Status;
        http.Response.ContentType = response.ContentType;
        if (knowsLength)
            http.Response.ContentLength = response.Length;
    }

    private async Task SendAsync(byte[] piece, TimeSpan wait)
    {
        if (wait > TimeSpan.Zero)
            await WaitAsync(wait);
        await http.Response.Body.WriteAsync(piece, Cancelled);
        await http.Response.Body.FlushAsync(Cancelled);
    }
}

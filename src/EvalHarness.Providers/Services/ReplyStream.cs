using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using EvalHarness.Inputs;
using EvalHarness.Providers.Endpoints;

namespace EvalHarness.Providers.Services;

/// <summary>Reads a reply that comes as server-sent events.</summary>
internal sealed class ReplyStream(StreamSettings settings, ReplyBody body, Excerpt excerpt)
{
    private const string MediaType = "text/event-stream";

    /// <exception cref="UnreadableReplyException">The reply is no stream, too long, not UTF-8, or an event is not JSON.</exception>
    /// <exception cref="HttpIOException">The stream ended before its end mark.</exception>
    public async Task<ServiceReply> ReadAsync(HttpContent content, CallScope scope, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentType?.MediaType is not MediaType)
            throw new UnreadableReplyException(await NotAStreamAsync(content, cancellationToken));
        await using var capped = new CappedStream(await content.ReadAsStreamAsync(cancellationToken), ReplyBody.MaxBytes);
        List<ReplyValue> events = [];
        StringBuilder answer = new(), shown = new();
        var isDone = false;
        await foreach (var item in SseParser.Create(capped, (_, data) => body.Decode(data, type: null)).EnumerateAsync(cancellationToken))
        {
            if (isDone = item.Data.Trim() == (settings.Done ?? "[DONE]"))
                break;
            events.Add(Parse(item.Data));
            answer.Append(Delta(events[^1], scope));
            if (shown.Length < Excerpt.MaxLength)
                shown.Append(item.Data).Append('\n');
        }

        return isDone || settings.Done is null
            ? new ServiceReply(events, answer.ToString(), shown.ToString())
            : throw new HttpIOException(HttpRequestError.ResponseEnded, $"the stream ended after {events.Count} events without '{settings.Done}' (stream.done)");
    }

    private string Delta(ReplyValue said, CallScope scope)
    {
        var piece = string.Concat(said.Select(settings.Delta).Where(v => !v.IsNull).Select(v => v.Text));
        if (piece.Length > 0)
            scope.Token();
        return piece;
    }

    private ReplyValue Parse(string data)
    {
        try
        {
            return ReplyValue.Parse(data);
        }
        catch (JsonException)
        {
            throw new UnreadableReplyException($"an event of the stream is not JSON: {excerpt.Start(data)}");
        }
    }

    private async Task<string> NotAStreamAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var capped = new CappedStream(await content.ReadAsStreamAsync(cancellationToken), ReplyBody.MaxBytes);
        using var reader = new StreamReader(capped, Encoding.UTF8);
        var start = new char[2 * Excerpt.MaxLength];
        var length = await reader.ReadBlockAsync(start, cancellationToken);
        return $"the reply is {excerpt.Start(content.Headers.ContentType?.MediaType ?? "of no content type")}, not {MediaType}: leave stream: out, or have the service stream. It starts: {excerpt.Start(new string(start, 0, length))}";
    }
}

using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EvalHarness.Inputs;

namespace EvalHarness.Providers.Services;

/// <summary>Reads the body of a reply: bounded, UTF-8, JSON.</summary>
internal sealed class ReplyBody(Excerpt excerpt)
{
    /// <summary>Longer replies are refused, in bytes.</summary>
    public const long MaxBytes = 16 * 1024 * 1024;

    /// <exception cref="UnreadableReplyException">The reply is too long, not UTF-8, or not JSON.</exception>
    public async Task<ServiceReply> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await using var capped = new CappedStream(await content.ReadAsStreamAsync(cancellationToken), MaxBytes);
        await capped.CopyToAsync(bytes, cancellationToken);
        var text = Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), content.Headers.ContentType);
        try
        {
            return new ServiceReply([ReplyValue.Parse(text)], Streamed: null, text);
        }
        catch (JsonException exception)
        {
            throw new UnreadableReplyException(NotJson(text, content.Headers.ContentType, exception));
        }
    }

    /// <exception cref="UnreadableReplyException">The bytes are not UTF-8.</exception>
    public string Decode(ReadOnlySpan<byte> bytes, MediaTypeHeaderValue? type)
    {
        if (InputText.FindNotUtf8(bytes) is not { } mark)
            return Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var charset = type?.CharSet is { } named ? $" (it says charset={excerpt.Start(named)})" : "";
        throw new UnreadableReplyException($"the reply is not UTF-8 from line {mark.Line}, column {mark.Column}{charset}. It starts: {excerpt.Start(Encoding.UTF8.GetString(bytes))}");
    }

    private string NotJson(string text, MediaTypeHeaderValue? type, JsonException exception)
    {
        if (text.Length == 0)
            return "the reply is empty, and JSON was expected";
        var named = type?.MediaType is { } media && !media.EndsWith("json", StringComparison.OrdinalIgnoreCase) ? $"{excerpt.Start(media)}, not JSON" : "not JSON";
        return $"the reply is {named} ({Reason(exception)}, line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}). It starts: {excerpt.Start(text)}";
    }

    // Line and byte stand beside it; what it says of the text's end tells a reply that was cut short.
    private static string Reason(JsonException exception) =>
        exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal) is >= 0 and var end ? exception.Message[..end].TrimEnd('.') : exception.Message.TrimEnd('.');
}

using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace EvalHarness.Providers.Endpoints;

/// <summary>What the body of a failed call says.</summary>
/// <param name="Message">The message of a JSON error, else the start of the text; not yet redacted.</param>
/// <param name="Code">What the endpoint calls the error.</param>
internal sealed record ErrorBody(string Message, string? Code)
{
    private const int Longest = 8192;

    public static async Task<ErrorBody> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetString(await StartAsync(content, cancellationToken));
        return Json(text) ?? new ErrorBody(IsHtml(content.Headers.ContentType) ? $"a page of HTML: {text}" : text, Code: null);
    }

    private static bool IsHtml(MediaTypeHeaderValue? type) => type?.MediaType == "text/html";

    private static async Task<byte[]> StartAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = new byte[Longest];
        var length = 0;
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            while (length < Longest && await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
                length += read;
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // The status is known, and that is what counts; its explanation ends here.
        }

        return buffer[..length];
    }

    private static ErrorBody? Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var error = Child(root, "error") ?? root;
            var message = Text(error) ?? Text(Child(error, "message")) ?? Text(Child(root, "message")) ?? Text(Child(root, "detail"));
            return message is null ? null : new ErrorBody(message, Text(Child(error, "code")) ?? Text(Child(error, "type")));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Child(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) ? child : null;

    private static string? Text(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value ? value : null;
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalHarness.Stub;

/// <summary>A response as bytes, in the pieces it is sent in: one for JSON, one per event for a stream.</summary>
public sealed record StubResponse(int Status, string ContentType, IReadOnlyList<byte[]> Pieces)
{
    public long Length => Pieces.Sum(p => (long)p.Length);

    public byte[] Bytes => [.. Pieces.SelectMany(p => p)];

    public static StubResponse Json(JsonNode body, int status = 200) =>
        new(status, "application/json; charset=utf-8", [JsonSerializer.SerializeToUtf8Bytes(body)]);

    public static StubResponse Html(string body, int status = 200) => new(status, "text/html; charset=utf-8", [Encoding.UTF8.GetBytes(body)]);

    public static StubResponse Events(IEnumerable<StubEvent> events) =>
        new(200, "text/event-stream; charset=utf-8", [.. events.Select(e => Encoding.UTF8.GetBytes(e.ToString()))]);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Metrics;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>Packs the claims that a score's detail holds: <c>[{claim, supported, support, document, start, end, reason}]</c>.</summary>
/// <remarks>Details are what evaluators, plug-ins among them, put there: a part of another shape is left out, not trusted.</remarks>
internal sealed class ClaimPacker(Corpus? corpus, StringTable strings)
{
    public IReadOnlyList<ClaimList>? Pack(IReadOnlyList<Score?> scores)
    {
        var lists = scores
            .Select((score, place) => new ClaimList(place, [.. ClaimsOf(score?.Detail)]))
            .Where(list => list.Claims.Count > 0)
            .ToList();
        return lists.Count == 0 ? null : lists;
    }

    private IEnumerable<object?[]> ClaimsOf(JsonNode? detail) =>
        detail is JsonArray claims ? claims.OfType<JsonObject>().Where(c => Text(c["claim"]) is not null).Select(Columns) : [];

    private object?[] Columns(JsonObject claim)
    {
        var document = Text(claim["document"]);
        object?[] columns =
        [
            Packed(Text(claim["claim"])),
            IsTrue(claim["supported"]) ? 1 : 0,
            Packed(document),
            Packed(Quote(document, Number(claim["start"]), Number(claim["end"]))),
            Packed(Text(claim["reason"])),
        ];
        return columns[..(Array.FindLastIndex(columns, c => c is not null) + 1)];
    }

    private PackedText? Packed(string? text) => text is null ? null : strings.Pack(text);

    private string? Quote(string? document, int? start, int? end) =>
        document is not null && corpus?.Find(document)?.Text is { } text && start >= 0 && end > start && end <= text.Length ? text[start.Value..end.Value] : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool isTrue) && isTrue;

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue(out int number) ? number : null;
}

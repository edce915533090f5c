using System.Text.Json.Nodes;
using EvalHarness.Metrics;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>Packs the judged citations that a score's detail holds: <c>[{sentence, supported, citations: [{document, resolution}], elsewhere}]</c>.</summary>
internal sealed class CitedPacker(StringTable strings)
{
    /// <summary>Nothing where no sentence cites.</summary>
    public IReadOnlyList<object?[]>? Pack(IReadOnlyList<Score?> scores)
    {
        var sentences = scores
            .Select(score => DetailValue.Objects(score?.Detail).Where(s => s["citations"] is JsonArray && DetailValue.Text(s["sentence"]) is not null).ToList())
            .FirstOrDefault(list => list.Count > 0) ?? [];
        return sentences.Exists(s => s["citations"]!.AsArray().Count > 0) ? [.. sentences.Select(Columns)] : null;
    }

    private object?[] Columns(JsonObject sentence)
    {
        var elsewhere = DetailValue.Text(sentence["elsewhere"]);
        object?[] columns =
        [
            strings.Pack(DetailValue.Text(sentence["sentence"])!),
            DetailValue.IsTrue(sentence["supported"]) ? 1 : 0,
            DetailValue.Objects(sentence["citations"]).SelectMany(Citation).ToArray(),
            elsewhere is null ? null : strings.Pack(elsewhere),
        ];
        return elsewhere is null ? columns[..3] : columns;
    }

    private PackedText[] Citation(JsonObject citation) =>
        [strings.Pack(DetailValue.Text(citation["document"]) ?? ""), strings.Pack(DetailValue.Text(citation["resolution"]) ?? "")];
}

using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>Packs the claims that a score's detail holds: <c>[{claim, supported, support, document, start, end, quote, reason}]</c>.</summary>
internal sealed class ClaimPacker(Corpus? corpus, StringTable strings)
{
    /// <param name="passages">What the pipeline was given: of a quote that one of them holds, the text around it need not be packed again.</param>
    public IReadOnlyList<ClaimList>? Pack(IReadOnlyList<Score?> scores, IReadOnlyList<Passage> passages)
    {
        var lists = scores
            .Select((score, place) => new ClaimList(place, [.. DetailValue.Objects(score?.Detail).Where(c => DetailValue.Text(c["claim"]) is not null).Select(c => Columns(c, passages))]))
            .Where(list => list.Claims.Count > 0)
            .ToList();
        return lists.Count == 0 ? null : lists;
    }

    private object?[] Columns(JsonObject claim, IReadOnlyList<Passage> passages)
    {
        var document = DetailValue.Text(claim["document"]);
        var place = Place(document, DetailValue.Number(claim["start"]), DetailValue.Number(claim["end"]));
        var quote = DetailValue.Text(claim["quote"]) ?? place?.Quote;
        var isGiven = quote is not null && passages.Any(p => p.Document == document && p.Text.Contains(quote, StringComparison.Ordinal));
        object?[] columns =
        [
            Packed(DetailValue.Text(claim["claim"])),
            DetailValue.IsTrue(claim["supported"]) ? 1 : 0,
            Packed(document),
            Packed(quote),
            Packed(DetailValue.Text(claim["reason"])),
            Packed(isGiven ? null : place?.Around),
        ];
        return columns[..(Array.FindLastIndex(columns, c => c is not null) + 1)];
    }

    private PackedText? Packed(string? text) => text is null ? null : strings.Pack(text);

    private QuotePlace? Place(string? document, int? start, int? end) =>
        document is not null && corpus?.Find(document)?.Text is { } text && start >= 0 && end > start && end <= text.Length ? QuotePlace.In(text, new TextSpan(start.Value, end.Value)) : null;
}

using EvalHarness.Datasets;
using EvalHarness.Runs;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>Packs a gold sample with all its results into one entry of a block.</summary>
internal sealed class RowPacker(RunReport report, StringTable strings, PassageTable passages, SharedTable shared)
{
    private readonly ResultPacker results = new(report, strings, passages, shared);

    /// <param name="rows">Of one sample; at least one.</param>
    public RowEntry Pack(IReadOnlyList<ResultRow> rows)
    {
        var sample = rows[0].Sample;
        return new RowEntry
        {
            Question = sample.Question.Length > RowIndexer.ShownLength ? strings.Pack(sample.Question) : null,
            Messages = OrAbsent(sample.Messages, m => new[] { strings.Pack(m.Role), strings.Pack(m.Content) }),
            Context = Pairs(sample.Context),
            Tags = Pairs(sample.Tags),
            Answers = OrAbsent(sample.Answers, strings.Pack),
            Superseded = OrAbsent(sample.SupersededAnswers, strings.Pack),
            Evidence = OrAbsent(sample.Evidence, Evidence),
            Expected = sample.Expected is { } expected ? strings.Pack(expected.ToJsonString(PageJson.Options)) : null,
            Unanswerable = sample.Unanswerable ? true : null,
            Results = [.. rows.Select(results.Pack)],
        };
    }

    private PackedText[] Evidence(GoldEvidence evidence) =>
        [strings.Pack(evidence.Document), strings.Pack(report.Corpus?.Find(evidence.Document)?.Title ?? ""), strings.Pack(evidence.Quote)];

    private List<PackedText[]>? Pairs(IReadOnlyDictionary<string, string> map) =>
        OrAbsent([.. map.OrderBy(p => p.Key, StringComparer.Ordinal)], p => new[] { strings.Pack(p.Key), strings.Pack(p.Value) });

    private static List<TTo>? OrAbsent<TFrom, TTo>(IReadOnlyList<TFrom> items, Func<TFrom, TTo> pack) =>
        items.Count == 0 ? null : [.. items.Select(pack)];
}

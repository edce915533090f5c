using EvalHarness.Diagnosis;
using EvalHarness.Runs;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>Makes the list of rows.</summary>
/// <param name="slices">The page's slices, in order.</param>
internal sealed class RowIndexer(RunReport report, IReadOnlyList<string> slices)
{
    /// <summary>Characters of a question, or of an answer, that the list holds.</summary>
    public const int ShownLength = 300;

    private readonly string? correctness = RowMark.CorrectnessOf(report);
    private readonly Dictionary<string, int> places = slices.Select((s, i) => (s, i)).ToDictionary(s => s.s, s => s.i, StringComparer.Ordinal);

    /// <param name="rows">All rows of one sample.</param>
    public RowIndexEntry Index(IReadOnlyList<ResultRow> rows, int block, int place)
    {
        var sample = rows[0].Sample;
        var question = sample.Messages is { Count: > 0 } messages ? messages[^1].Content : sample.Question;
        return new RowIndexEntry(
            sample.Id,
            Start(question),
            sample.Answers is [var best, ..] ? Start(best) : null,
            [.. sample.Tags.Select(t => places.GetValueOrDefault($"{t.Key}={t.Value}", -1)).Where(p => p >= 0).Order()],
            block,
            place,
            [.. report.Pipelines.Select(p => rows.FirstOrDefault(r => r.Pipeline == p)).Select(r => r is null ? null : RowMark.Of(r, report.Answers, correctness))],
            Causes(rows));
    }

    private List<IReadOnlyList<int>>? Causes(IReadOnlyList<ResultRow> rows)
    {
        var causes = rows.Select(r => (r.Pipeline, Cause: FaultAttribution.Of(r.Scores))).Where(r => r.Cause is not null).ToLookup(r => r.Pipeline, r => (int)r.Cause!);
        return causes.Count == 0 ? null : [.. report.Pipelines.Select(p => causes[p].Distinct().Order().ToList())];
    }

    private static string Start(string text) => text.Length <= ShownLength ? text : text[..ShownLength] + "…";
}

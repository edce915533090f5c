using System.Globalization;
using EvalHarness.Drafting;
using EvalHarness.Drafting.Reviews;
using EvalHarness.Statistics;
using Spectre.Console;

namespace EvalHarness.Cli.Reviewing;

/// <summary>How often drafts were accepted, by kind, with 95 % intervals (Wilson; drafts of one document count as independent).</summary>
internal static class AcceptanceTable
{
    private const double Confidence = 0.95;

    public static Table Of(IReadOnlyList<Draft> drafts, IReadOnlyDictionary<string, ReviewDecision> decisions)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("kind").NoWrap());
        foreach (var head in new[] { "accepted", "edited", "rejected", "open", "accepted of decided, %" })
            table.AddColumn(new TableColumn(head).RightAligned().NoWrap());
        foreach (var kind in drafts.GroupBy(d => d.Kind).OrderBy(k => k.Key))
            table.AddRow(Cells(DraftNames.Of(kind.Key), [.. kind], decisions));
        table.AddRow(Cells("all", drafts, decisions));
        return table;
    }

    private static string[] Cells(string name, IReadOnlyList<Draft> drafts, IReadOnlyDictionary<string, ReviewDecision> decisions)
    {
        List<ReviewDecision> decided = [.. drafts.Select(d => decisions.GetValueOrDefault(d.Id)).OfType<ReviewDecision>()];
        var accepted = decided.Count(d => d.Decision == ReviewVerdict.Accept);
        return
        [
            name,
            $"{accepted}",
            $"{decided.Count(d => d.Decision == ReviewVerdict.Accept && d.IsEdited)}",
            $"{decided.Count - accepted}",
            $"{drafts.Count - decided.Count}",
            Rate(accepted, decided.Count),
        ];
    }

    private static string Rate(int accepted, int decided)
    {
        if (decided == 0)
            return "–";
        var rate = accepted / (double)decided;
        var interval = Wilson.Of(rate, decided, Confidence);
        return Markup.Escape(string.Create(CultureInfo.InvariantCulture, $"{100 * rate:0.0} [{100 * interval.Low:0.0}, {100 * interval.High:0.0}]"));
    }
}

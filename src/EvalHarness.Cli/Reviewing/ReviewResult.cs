using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Datasets;
using EvalHarness.Drafting;
using EvalHarness.Drafting.Reviews;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Reviewing;

/// <summary>What came of a review: gold samples in a file, and how often drafts were accepted.</summary>
/// <param name="target">The file of gold samples.</param>
/// <param name="made">Makes them.</param>
internal sealed class ReviewResult(string target, AcceptedSample made, TerminalOutput terminal)
{
    /// <param name="all">Refused ones too.</param>
    /// <param name="candidates">In the order of the samples.</param>
    public async Task WriteAsync(IReadOnlyList<Draft> all, IReadOnlyList<Draft> candidates, IReadOnlyDictionary<string, ReviewDecision> decided, string format, CancellationToken cancellationToken)
    {
        List<Sample> accepted = [.. candidates.Where(d => decided.GetValueOrDefault(d.Id)?.Decision == ReviewVerdict.Accept).Select(d => made.Of(d, decided[d.Id]))];
        var (kept, placeholders) = accepted.Count == 0 && !File.Exists(target) ? (0, 0) : await GoldFile.WriteAsync(target, [.. all.Select(d => d.Id)], accepted, cancellationToken);
        if (format == "json")
            terminal.Line(JsonSerializer.Serialize(new { file = target, accepted = accepted.Count, rejected = candidates.Count(d => decided.GetValueOrDefault(d.Id)?.Decision == ReviewVerdict.Reject), open = candidates.Count(d => !decided.ContainsKey(d.Id)), kept, splits = Splits(accepted).ToDictionary(s => s.Key, s => s.Value) }, RunJson.Compact));
        else
            Print(candidates, decided, accepted, kept, placeholders);
    }

    private void Print(IReadOnlyList<Draft> candidates, IReadOnlyDictionary<string, ReviewDecision> decided, IReadOnlyList<Sample> accepted, int kept, int placeholders)
    {
        terminal.Results.Write(AcceptanceTable.Of(candidates, decided));
        terminal.Paragraph("Brackets hold the 95 % interval (Wilson; drafts of one document are taken as independent).");
        if (placeholders > 0)
            terminal.Line($"{placeholders} placeholder rows were taken out of {target}.");
        var splits = accepted.Count == 0 ? "" : $" ({string.Join(", ", Splits(accepted).Select(s => $"{s.Value} {s.Key}"))})";
        terminal.Line($"{target}: {accepted.Count} accepted samples{splits}{(kept > 0 ? $" beside {kept} that were there" : "")}.");
    }

    private static IEnumerable<KeyValuePair<string, int>> Splits(IEnumerable<Sample> accepted) => accepted.CountBy(s => s.Split).OrderBy(s => s.Key, StringComparer.Ordinal);
}

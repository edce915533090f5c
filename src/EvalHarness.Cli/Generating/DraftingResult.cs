using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Drafting;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Generating;

/// <summary>Prints what was drafted: candidates and refused drafts by kind, and what is to be done next.</summary>
/// <param name="file">Where the drafts are.</param>
/// <param name="wanted">Candidates that were asked for.</param>
internal sealed class DraftingResult(string file, int wanted, TerminalOutput terminal)
{
    /// <param name="bill">What it came to.</param>
    /// <returns>The exit code: invalid without any candidate.</returns>
    public int Print(IReadOnlyList<Draft> drafts, string bill, string format)
    {
        var candidates = drafts.Count(d => d.Refused is null);
        if (format == "json")
            terminal.Line(JsonSerializer.Serialize(new { file, drafts = candidates, refused = drafts.Count - candidates, kinds = drafts.GroupBy(d => d.Kind).OrderBy(k => k.Key).Select(Kind) }, RunJson.Compact));
        else
            PrintText(drafts, candidates, bill);
        if (candidates == 0)
            terminal.Error($"no draft is a candidate: {file} says of each why.");
        return candidates > 0 ? ExitCode.Done : ExitCode.Invalid;
    }

    private void PrintText(IReadOnlyList<Draft> drafts, int candidates, string bill)
    {
        terminal.Results.Write(DraftTable.Of(drafts));
        terminal.Line(bill);
        if (candidates < wanted)
            terminal.Note($"{candidates} of {wanted}: {(drafts.Count < DraftingRun.MostTries * wanted ? "the corpus has no further passages for these kinds" : "too many were refused")}.");
        if (candidates > 0)
            terminal.Line($"{file}: {candidates} drafts. None counts before somebody has read it: evalharness review {file}");
    }

    private static object Kind(IGrouping<DraftKind, Draft> kind) => new
    {
        kind = kind.Key,
        drafts = kind.Count(d => d.Refused is null),
        answerable_closed_book = kind.Count(d => d.Refused is null && d.Flags.Contains(Draft.ClosedBookFlag)),
        refused = kind.Where(d => d.Refused is not null).CountBy(d => DraftNames.Of(d.Refused!.Reason)).ToDictionary(r => r.Key, r => r.Value),
    };
}

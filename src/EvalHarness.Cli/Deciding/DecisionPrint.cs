using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Decisions;
using EvalHarness.Decisions.Studies;
using EvalHarness.Reports.Wording;
using EvalHarness.Runs;
using Spectre.Console;

namespace EvalHarness.Cli.Deciding;

/// <summary>Prints a decision: the matrix, where choices turn, what retrieval and tuning add, and the answer last.</summary>
internal static class DecisionPrint
{
    public static void Print(Decision decision, RunReport report, string folder, string format, TerminalOutput terminal)
    {
        if (format == "json")
            terminal.Line(JsonSerializer.Serialize(Model(decision, report, folder), RunJson.Compact));
        else
            PrintText(decision, report, folder, terminal);
    }

    private static void PrintText(Decision decision, RunReport report, string folder, TerminalOutput terminal)
    {
        Grid grid = new();
        grid.AddColumn(new GridColumn().NoWrap()).AddColumn().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var row in decision.Matrix)
            grid.AddRow(Cell(row.Criterion.Title), Cell(MatrixWords.Verdict(row)), Cell(row.Missing is null ? BadgeWords.Of(row.Badge) : ""), Cell(MatrixWords.Says(row)));
        grid.Width = Math.Max(terminal.Width, 140);
        terminal.Results.Write(grid);
        Section("Where the choice turns", decision.Boundaries.Select(b => $"{ArmWords.First(b.First)} or {ArmWords.Of(b.Second)}, by {BoundaryWords.Label(b.Parameter).ToLowerInvariant()} ({BoundaryWords.Decides(b.Parameter)}): {BoundaryWords.Sentence(b)}"), terminal);
        foreach (var sentences in DecisionSentences.Of(decision, report))
            Section(sentences.Title, sentences.Items, terminal);
        if (decision.Studies is { } studies)
            PrintStudies(studies, report.Manifest.Dataset.Split, terminal);
        terminal.Line("");
        terminal.Paragraph(DecisionWords.Answer(decision, report));
        terminal.Line($"evidence: {Path.Combine(folder, "decision.md")}, decision.csv, boundaries.csv, effects.csv, studies.csv, index.html");
    }

    private static void PrintStudies(StudyResults results, string decidedOn, TerminalOutput terminal)
    {
        terminal.Line("");
        terminal.Line("How they hold up");
        terminal.Paragraph($"  {StudyWords.Rows(results, decidedOn)}");
        foreach (var table in StudyWords.Tables(results))
        {
            terminal.Line("");
            terminal.Paragraph($"  {table.Title}. {table.Asks}");
            terminal.Results.Write(Grid(table, terminal));
            if (table.Note is { } note)
                terminal.Paragraph($"  {note}");
        }
    }

    private static Grid Grid(StudyTable table, TerminalOutput terminal)
    {
        Grid grid = new() { Width = Math.Max(terminal.Width, 140) };
        grid.AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2));
        foreach (var _ in table.Heads.Skip(1))
            grid.AddColumn();
        grid.AddRow([.. table.Heads.Select(Cell)]);
        foreach (var row in table.Rows)
            grid.AddRow([.. row.Select(Cell)]);
        return grid;
    }

    private static void Section(string title, IEnumerable<string> lines, TerminalOutput terminal)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        terminal.Line("");
        terminal.Line(title);
        foreach (var line in all)
            terminal.Paragraph($"  {line}");
    }

    private static object Model(Decision decision, RunReport report, string folder) => new
    {
        run = report.Manifest.Id,
        is_finished = report.Manifest.FinishedAt is not null,
        folder,
        decision_file = decision.Settings.File,
        decision_hash = decision.Settings.Hash,
        arms = decision.Arms.Pipelines.ToDictionary(a => ArmNames.Of(a.Key), a => a.Value),
        answer = DecisionWords.Answer(decision, report),
        recommended = decision.Recommendation.Arm is { } arm ? ArmNames.Of(arm) : null,
        runner_up = decision.Recommendation.RunnerUp is { } next ? ArmNames.Of(next) : null,
        matrix = decision.Matrix.Select(r => new
        {
            criterion = r.Criterion.Id,
            r.Verdict,
            leaders = r.Leaders.Select(ArmNames.Of),
            r.Badge,
            measure = r.Measure?.Id,
            r.Slice,
            r.NNeeded,
            figures = r.Figures.Select(f => new { arm = ArmNames.Of(f.Arm), f.Pipeline, f.Estimate, f.Reaches }),
            contrasts = r.Contrasts.Select(c => new { first = ArmNames.Of(c.First), second = ArmNames.Of(c.Second), c.N, c.Clusters, c.Difference, c.P, c.PAdjusted, c.Margin, c.NNeeded, better = c.Better is { } better ? ArmNames.Of(better) : null }),
            r.Missing,
            r.Elsewhere,
        }),
        boundaries = decision.Boundaries.Select(b => new { b.Parameter, first = ArmNames.Of(b.First), second = ArmNames.Of(b.Second), b.Flip, b.Given, b.Badge, b.N, regions = b.Regions.Select(r => new { r.From, r.To, winner = b.Winner(r) is { } winner ? ArmNames.Of(winner) : null }) }),
        factorial = decision.Factorial,
        ratios = decision.Ratios.Select(r => new { metric = r.Metric.Id, above = ArmNames.Of(r.Above), below = ArmNames.Of(r.Below), r.Ratio, r.Badge }),
        budget = decision.Budget,
        checkpoints = decision.Checkpoints.Select(c => new { c.Pipeline, c.Against, metric = c.Metric.Id, c.Difference, c.PAdjusted, c.N }),
        retrieval = decision.Retrieval.Select(r => new { arm = ArmNames.Of(r.Arm), r.Metric, recall = r.Recall.ToDictionary(x => x.Slice, x => x.Estimate), search_ms = r.Search.ToDictionary(x => x.Quantile, x => x.Estimate), r.Unused }),
        retries = decision.Retries.Select(r => new { arm = ArmNames.Of(r.Arm), r.Metric, r.Valid, r.Calls, r.CostUsd, r.NeverValid, r.Repeats, r.Badge }),
        studies = decision.Studies?.Studies,
        load = decision.Studies?.Load,
        traffic = decision.Traffic.Select(t => new { arm = ArmNames.Of(t.Arm), against = t.Against is { } other ? ArmNames.Of(other) : null, t.Right, t.P }),
        taught = decision.Taught.Select(t => new { arm = ArmNames.Of(t.Arm), t.Times, t.Right }),
        constraints = decision.Constraints.Select(c => new { c.Constraint, arm = ArmNames.Of(c.Arm), c.Figure, c.Bound, c.Outcome, c.Badge }),
    };

    private static Text Cell(string text) => new(TerminalText.Safe(text));
}

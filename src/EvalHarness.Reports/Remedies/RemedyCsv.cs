using EvalHarness.Experiments.Remedies;
using EvalHarness.Reports.Csv;
using EvalHarness.Reports.Tables;

namespace EvalHarness.Reports.Remedies;

/// <summary><c>remedy.csv</c>: a line per pipeline, remedy and fault; of a remedy that could not be tried one line with all of its faults.</summary>
internal static class RemedyCsv
{
    public static Task WriteAsync(RemedyResult result, string folder, CancellationToken cancellationToken) =>
        CsvFile.WriteAsync(Path.Combine(folder, "remedy.csv"), Columns(result), RemedyLine.All(result), cancellationToken);

    private static TableColumns<RemedyLine> Columns(RemedyResult result)
    {
        var columns = new TableColumns<RemedyLine>()
            .Text("run", _ => result.Run)
            .Text("pipeline", l => l.Pipeline)
            .Text("remedy", l => l.Remedy)
            .Text("change", l => l.Tried?.Change)
            .Text("fault", l => l.Fault)
            .Count("rows", l => l.Rows);
        Rate(columns, "repaired", l => l.Tried?.Repaired);
        Rate(columns, "broken", l => l.Tried?.Broken);
        return columns
            .Text("tried_in", l => l.Tried?.Run)
            .Text("not_tried", l => l.Untried?.Why)
            .Text("supply", l => l.Untried?.Mend);
    }

    private static void Rate(TableColumns<RemedyLine> columns, string name, Func<RemedyLine, RemedyRate?> rate) => columns
        .Count($"{name}.tried", l => rate(l)?.Tried)
        .Count($"{name}.n_scored", l => rate(l)?.Judged)
        .Count(name, l => rate(l)?.Changed)
        .Count($"{name}.asked_again", l => rate(l)?.AskedAgain)
        .Number($"{name}.estimate", l => rate(l)?.Rate?.Value)
        .Number($"{name}.low", l => rate(l)?.Rate?.Low)
        .Number($"{name}.high", l => rate(l)?.Rate?.High)
        .Text($"{name}.method", l => rate(l)?.Rate?.Method);
}

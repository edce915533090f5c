using EvalHarness.Comparisons;
using EvalHarness.Decisions;
using EvalHarness.Decisions.Matrix;

namespace EvalHarness.Reports.Tables;

/// <summary><c>decision</c>: a line per criterion and pair of arms; one line with the verdict alone where a criterion has no pair. Difference = first − second.</summary>
internal sealed class DecisionTable : IReportTable
{
    public Task WriteAsync(RunReport report, TableTarget target, CancellationToken cancellationToken) =>
        target.WriteAsync("decision", Columns(report.Manifest.Id), (report.Decision?.Matrix ?? []).SelectMany(Lines), cancellationToken);

    private static IEnumerable<(MatrixRow Row, ArmContrast? Pair)> Lines(MatrixRow row) =>
        row.Contrasts.Count == 0 ? [(row, null)] : row.Contrasts.Select(c => (row, (ArmContrast?)c));

    private static TableColumns<(MatrixRow Row, ArmContrast? Pair)> Columns(string run) => new TableColumns<(MatrixRow Row, ArmContrast? Pair)>()
        .Text("run", _ => run)
        .Text("criterion", l => l.Row.Criterion.Id)
        .Name<MatrixVerdict>("verdict", l => l.Row.Verdict)
        .Text("leaders", l => string.Join(';', l.Row.Leaders.Select(ArmNames.Of)))
        .Name<Badge>("badge", l => l.Row.Badge)
        .Text("measure", l => l.Row.Measure?.Id)
        .Text("slice", l => l.Row.Slice)
        .Text("first", l => l.Pair is { } pair ? ArmNames.Of(pair.First) : null)
        .Text("second", l => l.Pair is { } pair ? ArmNames.Of(pair.Second) : null)
        .Count("n", l => l.Pair?.N)
        .Count("clusters", l => l.Pair?.Clusters)
        .Number("difference", l => l.Pair?.Difference?.Value)
        .Number("low", l => l.Pair?.Difference?.Low)
        .Number("high", l => l.Pair?.Difference?.High)
        .Number("confidence", l => l.Pair?.Difference?.Confidence)
        .Text("method", l => l.Pair?.Difference?.Method)
        .Number("p", l => l.Pair?.P)
        .Number("p_adjusted", l => l.Pair?.PAdjusted)
        .Number("margin", l => l.Pair?.Margin)
        .Count("n_needed", l => l.Pair?.NNeeded)
        .Text("better", l => l.Pair?.Better is { } better ? ArmNames.Of(better) : null);
}

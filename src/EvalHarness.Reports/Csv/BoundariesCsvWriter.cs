using EvalHarness.Comparisons;
using EvalHarness.Decisions;
using EvalHarness.Decisions.Boundaries;

namespace EvalHarness.Reports.Csv;

/// <summary><c>boundaries.csv</c>: a line per circumstance, pair of arms and stretch on which one thing can be said; without a winner the rows do not decide there.</summary>
public sealed class BoundariesCsvWriter : IReportWriter
{
    public Task WriteAsync(RunReport report, string folder, CancellationToken cancellationToken) =>
        CsvFile.WriteAsync(Path.Combine(folder, "boundaries.csv"), Columns(report.Manifest.Id), (report.Decision?.Boundaries ?? []).SelectMany(b => b.Regions.Select(r => (b, r))), cancellationToken);

    private static CsvColumns<(Boundary Boundary, BoundaryRegion Region)> Columns(string run) => new CsvColumns<(Boundary Boundary, BoundaryRegion Region)>()
        .Text("run", _ => run)
        .Name<BoundaryParameter>("parameter", l => l.Boundary.Parameter)
        .Text("first", l => ArmNames.Of(l.Boundary.First))
        .Text("second", l => ArmNames.Of(l.Boundary.Second))
        .Number("from", l => l.Region.From)
        .Number("to", l => l.Region.To)
        .Text("winner", l => l.Boundary.Winner(l.Region) is { } winner ? ArmNames.Of(winner) : null)
        .Number("flip", l => l.Boundary.Flip)
        .Number("given", l => l.Boundary.Given)
        .Name<Badge>("badge", l => l.Boundary.Badge)
        .Count("n", l => l.Boundary.N);
}

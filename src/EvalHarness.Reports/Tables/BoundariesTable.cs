using EvalHarness.Comparisons;
using EvalHarness.Decisions;
using EvalHarness.Decisions.Boundaries;

namespace EvalHarness.Reports.Tables;

/// <summary><c>boundaries</c>: a line per circumstance, pair of arms and stretch on which one thing can be said; without a winner the rows do not decide there.</summary>
internal sealed class BoundariesTable : IReportTable
{
    public Task WriteAsync(RunReport report, TableTarget target, CancellationToken cancellationToken) =>
        target.WriteAsync("boundaries", Columns(report.Manifest.Id), (report.Decision?.Boundaries ?? []).SelectMany(b => b.Regions.Select(r => (b, r))), cancellationToken);

    private static TableColumns<(Boundary Boundary, BoundaryRegion Region)> Columns(string run) => new TableColumns<(Boundary Boundary, BoundaryRegion Region)>()
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

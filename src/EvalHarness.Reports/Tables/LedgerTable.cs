using EvalHarness.Experiments.Ledgers;

namespace EvalHarness.Reports.Tables;

/// <summary><c>ledger</c>: a line per thing that was paid for; an unknown sum is an absent cell, never 0.</summary>
internal sealed class LedgerTable : IReportTable
{
    public Task WriteAsync(RunReport report, TableTarget target, CancellationToken cancellationToken) =>
        target.WriteAsync("ledger", Columns(report.Manifest.Id), report.Ledger, cancellationToken);

    private static TableColumns<LedgerEntry> Columns(string run) => new TableColumns<LedgerEntry>()
        .Text("run", _ => run)
        .Name<LedgerKind>("ledger", e => e.Ledger)
        .Text("pipeline", e => string.Join(';', e.Pipelines))
        .Text("item", e => e.Item)
        .Number("usd", e => (double?)e.Usd)
        .Number("spent_usd", e => (double?)e.SpentUsd)
        .Text("per", e => e.Per)
        .Count("n_unknown", e => e.Unknown)
        .Text("basis", e => e.Basis)
        .Text("date", e => e.Date)
        .Text("source", e => e.Source)
        .Text("note", e => e.Note);
}

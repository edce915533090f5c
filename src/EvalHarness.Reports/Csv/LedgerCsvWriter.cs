using EvalHarness.Experiments.Ledgers;

namespace EvalHarness.Reports.Csv;

/// <summary><c>ledger.csv</c>: a line per thing that was paid for; an unknown sum is an empty cell, never 0.</summary>
public sealed class LedgerCsvWriter : IReportWriter
{
    public Task WriteAsync(RunReport report, string folder, CancellationToken cancellationToken) =>
        CsvFile.WriteAsync(Path.Combine(folder, "ledger.csv"), Columns(report.Manifest.Id), report.Ledger, cancellationToken);

    private static CsvColumns<LedgerEntry> Columns(string run) => new CsvColumns<LedgerEntry>()
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

namespace EvalHarness.Reports.Tables;

/// <summary>Every table of a run's report.</summary>
internal static class ReportTables
{
    private static readonly IReadOnlyList<IReportTable> All =
    [
        new SummaryTable(),
        new SamplesTable(),
        new ComparisonsTable(),
        new CausesTable(),
        new LedgerTable(),
        new FieldsTable(),
        new FieldClassesTable(),
        new DecisionTable(),
        new BoundariesTable(),
        new EffectsTable(),
        new StudiesTable(),
    ];

    public static IEnumerable<IReportWriter> As(ITableFormat format) => All.Select(table => new TableWriter(table, format));
}

using EvalHarness.Experiments.Ledgers;

namespace EvalHarness.Tests.Reports;

/// <summary>A line of every ledger: a sum with unknown rows, nothing at all, and an unknown sum.</summary>
internal static class SomeLedger
{
    public static IReadOnlyList<LedgerEntry> Entries { get; } =
    [
        new(LedgerKind.SystemUnderTest, ["rag"], "generation", 1.25m, 0.5m, "run", 4, "60 priced parts of 64 answers by m", "2026-11-23", null, "4 are in no sum: why"),
        new(LedgerKind.Judge, [], "judging", 0, 0, "run", 0, "no model judged answers", null, null, null),
        new(LedgerKind.Preparation, ["rag", "hybrid"], "training", null, null, "once", 0, "nothing", "2026-11-01", "an invoice", null),
    ];
}

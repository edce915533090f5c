using EvalHarness.Comparisons;
using EvalHarness.Experiments.Ledgers;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>The words of a ledger's line.</summary>
public static class LedgerWords
{
    /// <summary>What is answered at prices that are assumptions says so.</summary>
    public static string Of(LedgerKind ledger, RunReport report) => ledger switch
    {
        LedgerKind.SystemUnderTest => BadgeWords.For("cost-usd", report) is var badge && badge != BadgeWords.Of(Badge.Measured) ? $"System under test ({badge})" : "System under test",
        LedgerKind.Judge => "Judge",
        _ => "Preparation",
    };

    /// <summary>"$1.24", "$0.31 and 4 of unknown price", "unknown".</summary>
    public static string Sum(LedgerEntry entry) => entry.Usd is { } usd
        ? Figure.Of((double)usd, Unit.Usd) + (entry.Per == "month" ? " a month" : "") + (entry.Unknown > 0 ? $" and {Figure.Count(entry.Unknown)} of unknown price" : "")
        : "unknown";

    /// <summary>What was paid in this run: "$1.24", "paid elsewhere", "unknown".</summary>
    public static string Spent(LedgerEntry entry) => entry.SpentUsd is { } usd ? Figure.Of((double)usd, Unit.Usd) : entry.Usd is null ? "unknown" : "paid elsewhere";

    /// <summary>How the sum comes about, its day, source and note.</summary>
    public static string Basis(LedgerEntry entry) => string.Join("; ", new[] { entry.Basis, entry.Date is { } date ? $"as of {date}" : null, entry.Source, entry.Note }.Where(t => t is not null));
}

namespace EvalHarness.Experiments.Ledgers;

/// <summary>One line of a ledger.</summary>
/// <param name="Pipelines">Those that need it; empty when nothing says.</param>
/// <param name="Usd">As if everything had been called; absent when it is unknown.</param>
/// <param name="SpentUsd">Paid in this run; absent when it is unknown, or was paid elsewhere.</param>
/// <param name="Per"><c>run</c>, <c>once</c> or <c>month</c>.</param>
/// <param name="Unknown">Answers without a known price: they are in neither sum.</param>
/// <param name="Basis">How the sum comes about.</param>
/// <param name="Date">The day of the price, or of the payment.</param>
public sealed record LedgerEntry(
    LedgerKind Ledger,
    IReadOnlyList<string> Pipelines,
    string Item,
    decimal? Usd,
    decimal? SpentUsd,
    string Per,
    int Unknown,
    string Basis,
    string? Date,
    string? Source,
    string? Note)
{
    /// <summary>The basis of the judge's ledger where no model judged.</summary>
    public const string NotJudged = "no model judged answers";
}

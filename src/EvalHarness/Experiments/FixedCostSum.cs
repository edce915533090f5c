using System.Globalization;

namespace EvalHarness.Experiments;

/// <summary>What a fixed cost comes to, and how.</summary>
/// <param name="Usd">Absent when the file gives neither a sum nor enough to compute one.</param>
/// <param name="Basis">For a reader: <c>3,000 rows × 3 epochs × 412 tokens × 3 USD per million tokens</c>.</param>
/// <param name="Per"><c>once</c>, or <c>month</c> for what is paid again and again.</param>
public sealed record FixedCostSum(decimal? Usd, string Basis, string Per)
{
    private const string Once = "once";
    private const string Month = "month";
    private const int DaysPerMonth = 30;
    private const decimal Million = 1_000_000;

    /// <summary>A sum that is given wins over one that is computed.</summary>
    public static FixedCostSum Of(FixedCost cost)
    {
        var per = cost.Kind is "vector_store" or "hosting" ? Month : Once;
        return cost switch
        {
            { Usd: { } usd } => new(usd, "the sum as it was stated", per),
            { Rows: { } rows, TokensPerRow: { } tokens, UsdPerMillionTokens: { } rate } => Trained(rows, cost.Epochs ?? 1, tokens, rate),
            { GpuHours: { } hours, UsdPerHour: { } rate } => new(hours * rate, $"{Number(hours)} GPU hours × {Number(rate)} USD", Once),
            { Gb: { } gb, UsdPerGbDay: { } rate } => new(gb * rate * DaysPerMonth, $"{Number(gb)} GB × {Number(rate)} USD per GB and day × {DaysPerMonth} days", Month),
            { HoursPerMonth: { } hours, UsdPerHour: { } rate } => new(hours * rate, $"{Number(hours)} hours a month × {Number(rate)} USD", Month),
            _ => new(null, "neither a sum nor all that one is computed from", per),
        };
    }

    private static FixedCostSum Trained(int rows, decimal epochs, decimal tokens, decimal rate) => new(
        rows * epochs * tokens * rate / Million,
        $"{Number(rows)} rows × {Number(epochs)} epochs × {Number(tokens)} tokens × {Number(rate)} USD per million tokens",
        Once);

    private static string Number(decimal number) => number.ToString("#,0.######", CultureInfo.InvariantCulture);
}

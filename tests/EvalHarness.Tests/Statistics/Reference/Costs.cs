using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Reference;

/// <summary>Money: ratios, and when an upfront cost is paid back.</summary>
internal static class Costs
{
    public static Figures OfRatio(ReferenceInput input)
    {
        var samples = input.Values("numerator").Zip(input.Values("denominator")).Select((s, i) => ((double?)s.First, (double?)s.Second, i));
        var moments = RatioMoments.Of([.. samples])!;
        var interval = Fieller.Of(moments, input.Confidence);
        var figures = Figures.Ends(interval);
        figures["ratio"] = moments.Numerator / moments.Denominator;
        figures["bounded"] = interval is { Low: not null, High: not null };
        return figures;
    }

    public static Figures OfBreakEven(ReferenceInput input)
    {
        var (before, after, days) = (input.Values("cost_old"), input.Values("cost_new"), input.Count("horizon_days"));
        var savings = ClusteredValues.Independent(before.Zip(after, (o, n) => o - n));
        var saving = ClusteredT.Of(savings, input.Confidence).Around(savings.Mean, input.Confidence, "paired-t", savings.N);
        var breakEven = BreakEven.Of((decimal)input["upfront"], saving);
        OwnershipCost renewed = new((decimal)input["upfront"], (decimal)after.Average(), RefreshDays: input.Count("refresh_days"));
        return new()
        {
            ["saving_mean"] = saving.Value,
            ["saving_se"] = savings.StandardError,
            ["saving_lo"] = saving.Low,
            ["saving_hi"] = saving.High,
            ["break_even_queries"] = breakEven.Queries,
            ["break_even_lo"] = breakEven.Low,
            ["break_even_hi"] = breakEven.High,
            ["status"] = Name(breakEven.Status),
            ["refresh_count"] = renewed.Payments(days),
            ["tco_old"] = (double)new OwnershipCost(0, (decimal)before.Average()).Over(days, (decimal)input["queries_per_day"]),
            ["tco_new"] = (double)renewed.Over(days, (decimal)input["queries_per_day"]),
            ["break_even_queries_per_cycle"] = breakEven.Queries,
            ["break_even_daily_volume"] = breakEven.DailyVolume(input.Count("refresh_days")),
        };
    }

    // What the reference calls them.
    private static string Name(BreakEvenStatus status) => status switch
    {
        BreakEvenStatus.Value => "always_finite",
        BreakEvenStatus.Undetermined => "undetermined",
        BreakEvenStatus.Never => "never",
        _ => "always",
    };
}

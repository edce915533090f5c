using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Reference;

/// <summary>Quantiles and their intervals.</summary>
internal static class Quantiles
{
    public static Figures OfHarrellDavis(ReferenceInput input) =>
        new() { ["q"] = HarrellDavis.Of(input.Ascending("x"), input["p"]), ["type7"] = Quantile.Of(input.Ascending("x"), input["p"]) };

    public static Figures OfOrderStatistics(ReferenceInput input)
    {
        var values = input.Ascending("x");
        var (lower, upper) = OrderStatistic.Ranks(values.Length, input["p"], input.Confidence);
        var figures = Figures.Ends(OrderStatistic.Of(values, values.Length, input["p"], input.Confidence));
        figures["lower_rank"] = lower;
        figures["upper_rank"] = upper;
        return figures;
    }
}

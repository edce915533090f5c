using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Reference;

/// <summary>Several answers to one question.</summary>
internal static class Repeats
{
    public static Figures OfPasses(ReferenceInput input) => new()
    {
        ["pass_at_k"] = PassAtK.Once(input.Count("n"), input.Count("c"), input.Count("k")),
        ["pass_hat_k"] = PassAtK.EveryTime(input.Count("n"), input.Count("c"), input.Count("k")),
    };

    public static Figures OfVariances(ReferenceInput input)
    {
        var scores = input.Table("scores");
        var repeats = scores[0].Length;
        var components = VarianceComponents.Of([.. scores.Select(s => s.Average())], [.. scores.Select(VarianceComponents.Of)], repeats)!;
        return new()
        {
            ["grand_mean"] = components.Mean,
            ["ms_between"] = components.MeanSquareBetween,
            ["ms_within"] = components.Within,
            ["var_within"] = components.Within,
            ["var_between"] = components.Between,
            ["icc1"] = components.IntraclassCorrelation,
            ["se_mean"] = components.StandardError(repeats),
            ["se_if_k1"] = components.StandardError(1),
            ["se_if_kinf"] = components.StandardError(double.PositiveInfinity),
            ["max_variance_reduction"] = 1 - components.IntraclassCorrelation,
        };
    }
}

using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Reference;

/// <summary>Paired differences by their ranks and by swaps of their sides.</summary>
internal static class RankTests
{
    public static Figures OfRanks(ReferenceInput input)
    {
        var test = Wilcoxon.Of(input.Values("d"))!;
        return new()
        {
            ["n"] = test.N,
            ["w_plus"] = test.RankSum,
            ["p_two_sided"] = test.TwoSided,
            ["p_greater"] = test.Greater,
            ["p_less"] = test.Less,
            ["hodges_lehmann"] = Wilcoxon.HodgesLehmann(input.Values("d")),
        };
    }

    public static Figures OfTiedRanks(ReferenceInput input)
    {
        var test = Wilcoxon.Of(input.Values("d"))!;
        return new() { ["n_nonzero"] = test.N, ["w_plus"] = test.RankSum, ["p_exact_conditional"] = test.TwoSided };
    }

    public static Figures OfSwaps(ReferenceInput input)
    {
        var differences = ClusteredValues.Independent(input.Values("d"));
        var test = SignFlip.Of(differences, new SeededRandom(1, "reference"));
        return new() { ["mean"] = differences.Mean, ["p_two_sided"] = test.TwoSided, ["p_greater"] = test.Greater, ["p_less"] = test.Less };
    }
}

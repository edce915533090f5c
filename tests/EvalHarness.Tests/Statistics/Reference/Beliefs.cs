using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Reference;

/// <summary>What a prior and the data make one believe of a rate.</summary>
internal static class Beliefs
{
    public static Figures OfRate(ReferenceInput input)
    {
        var figures = Figures.Ends(Posterior(input).Interval(input.Confidence));
        figures["mean"] = Posterior(input).Mean;
        return figures;
    }

    public static Figures OfJeffreys(ReferenceInput input) => Figures.Ends(BetaPosterior.Jeffreys(input["k"], input["n"]).Interval(input.Confidence));

    public static Figures Above(ReferenceInput input) => new() { ["prob"] = Posterior(input).Above(input["threshold"]) };

    public static Figures OfBeingBetter(ReferenceInput input) => new() { ["prob"] = BetaPosterior.OfWins(input.Count("b"), input.Count("c")).Above(0.5) };

    private static BetaPosterior Posterior(ReferenceInput input) => BetaPosterior.Of(input["k"], input["n"], input["prior_a"], input["prior_b"]);
}

using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Reference;

/// <summary>One mean or rate.</summary>
internal static class Intervals
{
    public static Figures OfWilson(ReferenceInput input) => Figures.Ends(Wilson.Of(input["k"] / input["n"], input["n"], input.Confidence));

    public static Figures OfClopperPearson(ReferenceInput input) => Figures.Ends(ClopperPearson.Of(input["k"], input["n"], input.Confidence));

    public static Figures OfNoFailure(ReferenceInput input)
    {
        double Upper(int n) => ClopperPearson.Of(0, n, 1 - (2 * input["alpha"])).High!.Value;
        return new() { ["upper"] = Upper(input.Count("n")), ["n_for_rate_01"] = Enumerable.Range(1, 1_000).First(n => Upper(n) <= 0.01) };
    }

    public static Figures OfPairedT(ReferenceInput input)
    {
        var differences = input.Differences();
        var figures = Figures.Ends(ClusteredT.Of(differences, input.Confidence));
        figures["mean_diff"] = differences.Mean;
        figures["se"] = differences.StandardError;
        figures["df"] = differences.ClusterCount - 1;
        figures["p_two_sided"] = ClusteredT.P(differences);
        figures["p_greater"] = NonInferiority.P(differences, 0);
        return figures;
    }

    public static Figures OfClusteredMean(ReferenceInput input)
    {
        var values = input.Clustered();
        var figures = Figures.Ends(ClusteredT.Of(values, input.Confidence));
        figures["mean"] = values.Mean;
        figures["n"] = values.N;
        figures["clusters"] = values.ClusterCount;
        figures["df"] = values.ClusterCount - 1;
        figures["se_naive"] = values.NaiveStandardError;
        figures["se_corrected"] = values.StandardError;
        figures["design_effect"] = EffectiveSize.DesignEffect(values);
        return figures;
    }
}

using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Reference;

/// <summary>What is looked at value by value or night by night.</summary>
internal static class Sequences
{
    public static Figures OfSums(ReferenceInput input)
    {
        List<Cusum> sums = [new(input["target"], input["sigma"], input["k"])];
        foreach (var value in input.Values("x"))
            sums.Add(sums[^1].After(value));
        sums.RemoveAt(0);
        return new()
        {
            ["upper"] = sums.Select(s => s.Upper).ToArray(),
            ["lower"] = sums.Select(s => s.Lower).ToArray(),
            ["first_alarm_index"] = sums.FindIndex(s => s.Upper > input["h"] || s.Lower > input["h"]),
        };
    }

    public static Figures OfWeightedMeans(ReferenceInput input)
    {
        List<Ewma> means = [new(input["target"], input["sigma"], input["lam"])];
        foreach (var value in input.Values("x"))
            means.Add(means[^1].After(value));
        means.RemoveAt(0);
        return new()
        {
            ["ewma"] = means.Select(m => m.Value).ToArray(),
            ["lcl"] = means.Select(m => m.Limits(input["L"]).Low!.Value).ToArray(),
            ["ucl"] = means.Select(m => m.Limits(input["L"]).High!.Value).ToArray(),
            ["first_alarm_index"] = means.FindIndex(m => !m.Limits(input["L"]).Contains(m.Value)),
        };
    }

    public static Figures OfMartingale(ReferenceInput input)
    {
        ConformalMartingale martingale = new(input["epsilon"]);
        List<double> p = [], log = [];
        foreach (var (value, tieBreak) in input.Values("x").Zip(input.Values("u")))
        {
            p.Add(martingale.Observe(value, tieBreak));
            log.Add(martingale.LogValue);
        }

        return new() { ["p"] = p, ["log_m"] = log };
    }

    public static Figures OfWinsAndLosses(ReferenceInput input)
    {
        var log = MixtureEvidence.OfCounts(input.Count("b"), input.Count("c"), input["prior"]);
        return new() { ["log_e"] = log, ["e"] = Math.Exp(log), ["p_always_valid"] = MixtureEvidence.P(log) };
    }

    public static Figures OfMean(ReferenceInput input)
    {
        var log = MixtureEvidence.OfMean(input.Values("x"), input["theta0"], input["sigma2"], input["tau2"]);
        return new() { ["log_lambda"] = log, ["p_always_valid"] = MixtureEvidence.P(log) };
    }

    public static Figures OfEmpiricalBernstein(ReferenceInput input) => Figures.Ends(EmpiricalBernstein.Of(input.Values("x"), input["alpha"]));

    public static Figures OfAlpha(ReferenceInput input) => new()
    {
        ["obrien_fleming"] = AlphaSpending.OBrienFleming(input["alpha"], input["information_fraction"]),
        ["pocock"] = AlphaSpending.Pocock(input["alpha"], input["information_fraction"]),
    };
}

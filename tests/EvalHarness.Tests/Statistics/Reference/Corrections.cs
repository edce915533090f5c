using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Reference;

/// <summary>A judge's rate put right by labels.</summary>
internal static class Corrections
{
    public static Figures OfRoganGladen(ReferenceInput input)
    {
        RoganGladen judge = new(input["sensitivity"], input.Count("m1"), input["specificity"], input.Count("m0"));
        var rate = judge.Rate(input["p_judge"], input.Count("n"), input.Confidence)!;
        return new()
        {
            ["point_raw"] = judge.Corrected(input["p_judge"]),
            ["point"] = rate.Value,
            ["se_delta"] = judge.StandardError(input["p_judge"], input["n"]),
            ["adj_lo"] = rate.Low,
            ["adj_hi"] = rate.High,
        };
    }

    public static Figures OfPredictionPowered(ReferenceInput input)
    {
        Figures At(double? trust)
        {
            var mean = PredictionPowered.Mean(input.Values("y"), input.Values("f_labeled"), input.Values("f_unlabeled"), input.Confidence, trust);
            return new() { ["mean"] = mean.Value, ["lo"] = mean.Low, ["hi"] = mean.High };
        }

        var best = At(null);
        best["lam"] = PredictionPowered.BestTrust(input.Values("y"), input.Values("f_labeled"), input.Values("f_unlabeled"));
        return new() { ["classical"] = At(0), ["ppi"] = At(1), ["ppipp"] = best };
    }
}

using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Reference;

/// <summary>What so many samples can find.</summary>
internal static class Powers
{
    public static Figures OfMiller(ReferenceInput input)
    {
        var variance = new PairedVariance(input["omega2"], input["sigma2_a"], input.Count("k_a"), input["sigma2_b"], input.Count("k_b"));
        var power = new Power(input["alpha"], input["power"]);
        var needed = power.SamplesNeeded(variance, input["delta"]);
        return new() { ["mde"] = power.DetectableDifference(variance, input.Count("n")), ["n_required"] = needed, ["n_required_ceil"] = Math.Ceiling(needed) };
    }

    public static Figures OfPairedT(ReferenceInput input)
    {
        var power = new PairedTPower(input["effect_size_dz"], input.Count("n"), input["alpha"]);
        return new() { ["power"] = power.TwoSided, ["power_one_sided"] = power.OneSided };
    }

    public static Figures OfMcNemar(ReferenceInput input) =>
        new() { ["n"] = new Power(input["alpha"], input["power"]).DiscordantSamplesNeeded(input["p_discordant"], input["diff"]) };
}

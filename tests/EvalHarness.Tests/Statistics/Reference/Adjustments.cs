using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Reference;

/// <summary>Many hypotheses at once.</summary>
internal static class Adjustments
{
    public static Figures OfP(ReferenceInput input) => new() { ["holm"] = Holm.Adjust(input.Values("p")), ["bh"] = BenjaminiHochberg.Adjust(input.Values("p")) };

    public static Figures OfE(ReferenceInput input) => new() { ["rejections"] = EBenjaminiHochberg.Findings(input.Values("e"), input["alpha"]).Count(found => found) };
}

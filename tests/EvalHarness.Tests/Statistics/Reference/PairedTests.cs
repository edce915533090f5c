using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Reference;

/// <summary>Two sides on the same samples; b counts wins, c losses.</summary>
internal static class PairedTests
{
    public static Figures OfMcNemar(ReferenceInput input) => new()
    {
        ["exact_p"] = McNemar.Exact(input.Count("b"), input.Count("c")),
        ["midp"] = McNemar.MidP(input.Count("b"), input.Count("c")),
    };

    public static Figures OfTango(ReferenceInput input)
    {
        var counts = Counts(input);
        var figures = Figures.Ends(Tango.Of(counts.Wins, counts.Losses, counts.N, input.Confidence));
        figures["diff"] = counts.Difference;
        return figures;
    }

    public static Figures OfNewcombe(ReferenceInput input)
    {
        var counts = Counts(input);
        var figures = Figures.Ends(Newcombe.Of(counts, input.Confidence));
        figures["diff"] = counts.Difference;
        figures["phi"] = Newcombe.Correlation(counts);
        return figures;
    }

    public static Figures OfNonInferiority(ReferenceInput input) => new()
    {
        ["z"] = Tango.Score(input["b"], input["c"], input["n"], -input["margin"]),
        ["p"] = NonInferiority.P(input["b"], input["c"], input["n"], input["margin"]),
    };

    public static Figures OfEquivalence(ReferenceInput input)
    {
        var differences = input.Differences();
        var equivalence = Equivalence.Of(differences, input["margin"])!;
        return new()
        {
            ["p_lower"] = equivalence.Lower,
            ["p_upper"] = equivalence.Upper,
            ["p_tost"] = equivalence.P,
            ["p_noninferiority"] = NonInferiority.P(differences, input["margin"]),
            ["p_superiority"] = NonInferiority.P(differences, 0),
        };
    }

    private static PairedCounts Counts(ReferenceInput input) => new(input.Count("a"), input.Count("b"), input.Count("c"), input.Count("d"));
}

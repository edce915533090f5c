using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Reference;

/// <summary>Raters of the same units.</summary>
internal static class Agreements
{
    public static Figures OfTwoRaters(ReferenceInput input)
    {
        int[] human = [.. input.Values("human").Select(v => (int)v)];
        int[] judge = [.. input.Values("judge").Select(v => (int)v)];
        RatedUnits units = new([[.. human.Select(h => (int?)h)], [.. judge.Select(j => (int?)j)]]);
        var kappa = CohenKappa.Of(human, judge)!;
        Figures figures = new() { ["kappa"] = kappa.Value, ["se"] = kappa.StandardError, ["percent_agreement"] = units.Agreed, ["gwet_ac1"] = GwetAc1.Of(units) };
        Add(figures, input.Count("categories") > 2 ? OfScale(human, judge) : OfVerdicts(human, judge));
        return figures;
    }

    public static Figures OfKrippendorff(ReferenceInput input) =>
        new() { ["alpha"] = KrippendorffAlpha.Of(new RatedUnits(input.Ratings()), Enum.Parse<RatingScale>(input.Word("level"), ignoreCase: true)) };

    public static Figures OfFleiss(ReferenceInput input) => new() { ["kappa"] = FleissKappa.Of(new RatedUnits(Raters(input.Table("counts")))) };

    private static Figures OfVerdicts(int[] human, int[] judge)
    {
        var confusion = Confusion.Of(judge.Zip(human, (j, h) => (j == 1, h == 1)));
        Assert.That(confusion.Kappa, Is.EqualTo(CohenKappa.Of(human, judge)!.Value).Within(1e-12));
        return new() { ["balanced_accuracy"] = confusion.BalancedAccuracy, ["sensitivity"] = confusion.Sensitivity, ["specificity"] = confusion.Specificity };
    }

    private static Figures OfScale(int[] human, int[] judge) => new()
    {
        ["kappa_linear"] = CohenKappa.Of(human, judge, KappaWeights.Linear)!.Value,
        ["kappa_quadratic"] = CohenKappa.Of(human, judge, KappaWeights.Quadratic)!.Value,
    };

    private static void Add(Figures figures, Figures more)
    {
        foreach (var (name, value) in more)
            figures[name] = value;
    }

    // Who said what does not matter, only how often it was said.
    private static List<IReadOnlyList<int?>> Raters(double[][] counts)
    {
        var byUnit = counts.Select(unit => unit.SelectMany((n, category) => Enumerable.Repeat((int?)category, (int)n)).ToList()).ToList();
        return [.. Enumerable.Range(0, byUnit[0].Count).Select(rater => byUnit.ConvertAll(unit => unit[rater]))];
    }
}

using EvalHarness.Statistics;

namespace EvalHarness.Calibration.Labelling;

/// <summary>How far raters agree: in pairs, and all of them together.</summary>
/// <param name="Alpha">Krippendorff's, over all raters and rows with a decision; absent where labels do not vary.</param>
/// <param name="Ac1">Gwet's, over the same.</param>
public sealed record RaterAgreement(IReadOnlyList<RaterPair> Pairs, double? Agreed, double? Alpha, double? Ac1)
{
    private const double Confidence = 0.95;

    /// <param name="raters">One or more; of one nothing can be said.</param>
    public static RaterAgreement Of(LabelKey key, IReadOnlyList<Rater> raters)
    {
        RatedUnits units = new([.. raters.Select(r => (IReadOnlyList<int?>)[.. key.Rows.Select(row => Category(r.Of(row.Id)))])]);
        var pairs = from i in Enumerable.Range(0, raters.Count) from j in Enumerable.Range(i + 1, raters.Count - i - 1) select Pair(key, raters[i], raters[j]);
        return new RaterAgreement([.. pairs], units.Agreed, KrippendorffAlpha.Of(units, RatingScale.Nominal), GwetAc1.Of(units));
    }

    private static RaterPair Pair(LabelKey key, Rater first, Rater second)
    {
        var both = key.Rows.Where(r => first.Of(r.Id) is not null && second.Of(r.Id) is not null).ToList();
        bool[] a = [.. both.Select(r => first.Of(r.Id)!.Value)];
        bool[] b = [.. both.Select(r => second.Of(r.Id)!.Value)];
        RatedUnits units = new([[.. a.Select(v => Category(v))], [.. b.Select(v => Category(v))]]);
        var kappa = both.Count == 0 ? null : new AgreementEstimator(a, b, Clusters(both), Confidence).Kappa();
        return new RaterPair(first.Name, second.Name, both.Count, units.Agreed, kappa, GwetAc1.Of(units));
    }

    private static int[] Clusters(IReadOnlyList<LabelKeyRow> rows)
    {
        var numbers = rows.Select(r => r.Group).Distinct(StringComparer.Ordinal).Index().ToDictionary(g => g.Item, g => g.Index, StringComparer.Ordinal);
        return [.. rows.Select(r => numbers[r.Group])];
    }

    private static int? Category(bool? label) => label is { } decided ? decided ? 1 : 0 : null;
}

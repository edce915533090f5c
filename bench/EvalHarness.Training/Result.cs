using System.Globalization;
using EvalHarness.Statistics;

namespace EvalHarness.Training;

/// <summary>The figures of one way of scoring.</summary>
/// <param name="Within">AUC on ragtruth-qa within each generating model, weighted by the pairs it compares: length cannot help there as it does across models.</param>
internal sealed record Result(string Name, double Within, IReadOnlyList<FileResult> Files)
{
    public double BalancedAccuracy => Files.Average(f => f.BalancedAccuracy);

    public double AreaUnderCurve => Files.Average(f => f.Auc);

    public Interval AccuracyInterval => GroupBootstrap.Interval(AccuracyDraws);

    public Interval AucInterval => GroupBootstrap.Interval(AucDraws);

    private double[] AccuracyDraws => GroupBootstrap.Mean([.. Files.Select(f => f.AccuracyDraws)]);

    private double[] AucDraws => GroupBootstrap.Mean([.. Files.Select(f => f.AucDraws)]);

    public static Result Of(string name, List<Held> held) =>
        new(name, WithinModel(held), [.. LabelledData.Files.Select(file => FileResult.Of([.. held.Where(h => h.Answer.File == file)]))]);

    public static double Auc(IEnumerable<Held> rows) => Figures.Auc(rows.Select(h => (h.Score, h.Answer.IsGrounded)));

    public static double Accuracy(List<Held> rows) => Figures.BalancedAccuracy(rows.ConvertAll(h => (h.IsSupported, h.Answer.IsGrounded)));

    public override string ToString()
    {
        var each = string.Join("  ", Files.Select(f => string.Create(CultureInfo.InvariantCulture, $"{100 * f.BalancedAccuracy:F1}/{f.Auc:F3}")));
        return string.Create(CultureInfo.InvariantCulture, $"{Name,-28} {100 * BalancedAccuracy:F2} / {AreaUnderCurve:F4} | {each} | within {Within:F3}");
    }

    /// <summary>The 95 % intervals, in the order of the figures.</summary>
    public string Intervals()
    {
        var each = string.Join("  ", Files.Select(f => $"{Percent(GroupBootstrap.Interval(f.AccuracyDraws))}/{Plain(GroupBootstrap.Interval(f.AucDraws))}"));
        return $"{"  95 %",-28} {Percent(AccuracyInterval)} / {Plain(AucInterval)} | {each}";
    }

    /// <summary>By how much it is better, on the same draws.</summary>
    public string Above(Result other)
    {
        var (accuracy, auc) = (AccuracyDraws.Zip(other.AccuracyDraws, (a, b) => a - b), AucDraws.Zip(other.AucDraws, (a, b) => a - b));
        return string.Create(CultureInfo.InvariantCulture, $"  {Name} above {other.Name}: {100 * (BalancedAccuracy - other.BalancedAccuracy):F2} points {Percent(GroupBootstrap.Interval(accuracy))}, AUC {AreaUnderCurve - other.AreaUnderCurve:F4} {Plain(GroupBootstrap.Interval(auc))}");
    }

    private static string Percent(Interval interval) => string.Create(CultureInfo.InvariantCulture, $"[{100 * interval.Low:F1}, {100 * interval.High:F1}]");

    private static string Plain(Interval interval) => string.Create(CultureInfo.InvariantCulture, $"[{interval.Low:F3}, {interval.High:F3}]");

    private static double WithinModel(IReadOnlyList<Held> held)
    {
        var models = held.Where(h => h.Answer.File == "ragtruth-qa").GroupBy(h => h.Answer.Model).Where(g => g.Any(h => h.Answer.IsGrounded) && g.Any(h => !h.Answer.IsGrounded)).ToList();
        var pairs = models.ConvertAll(g => (double)g.Count(h => h.Answer.IsGrounded) * g.Count(h => !h.Answer.IsGrounded));
        return models.Select((g, i) => pairs[i] * Auc(g)).Sum() / pairs.Sum();
    }
}

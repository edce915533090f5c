using System.Globalization;

namespace EvalHarness.Training;

/// <summary>The figures of one way of scoring.</summary>
/// <param name="Within">AUC on ragtruth-qa within each generating model, weighted by the pairs it compares: length cannot help there as it does across models.</param>
internal sealed record Result(string Name, double BalancedAccuracy, double AreaUnderCurve, double Within, IReadOnlyList<(string File, double BalancedAccuracy, double Auc)> Files)
{
    public static Result Of(string name, List<Held> held)
    {
        var files = LabelledData.Files.Select(file => held.Where(h => h.Answer.File == file).ToList()).Select(rows => (rows[0].Answer.File, Accuracy(rows), Auc(rows))).ToList();
        return new Result(name, files.Average(f => f.Item2), files.Average(f => f.Item3), WithinModel(held), files);
    }

    public static double Auc(IEnumerable<Held> rows) => Figures.Auc(rows.Select(h => (h.Score, h.Answer.IsGrounded)));

    public override string ToString()
    {
        var each = string.Join("  ", Files.Select(f => string.Create(CultureInfo.InvariantCulture, $"{100 * f.BalancedAccuracy:F1}/{f.Auc:F3}")));
        return string.Create(CultureInfo.InvariantCulture, $"{Name,-28} {100 * BalancedAccuracy:F2} / {AreaUnderCurve:F4} | {each} | within {Within:F3}");
    }

    private static double Accuracy(List<Held> rows) => Figures.BalancedAccuracy(rows.ConvertAll(h => (h.IsSupported, h.Answer.IsGrounded)));

    private static double WithinModel(IReadOnlyList<Held> held)
    {
        var models = held.Where(h => h.Answer.File == "ragtruth-qa").GroupBy(h => h.Answer.Model).Where(g => g.Any(h => h.Answer.IsGrounded) && g.Any(h => !h.Answer.IsGrounded)).ToList();
        var pairs = models.ConvertAll(g => (double)g.Count(h => h.Answer.IsGrounded) * g.Count(h => !h.Answer.IsGrounded));
        return models.Select((g, i) => pairs[i] * Auc(g)).Sum() / pairs.Sum();
    }
}

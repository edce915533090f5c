using EvalHarness.Statistics;

namespace EvalHarness.Calibration;

/// <summary>Measures judgements against labels.</summary>
public static class Calibrator
{
    private const double Confidence = 0.95;

    /// <param name="rows">In any order.</param>
    /// <param name="key">What rows are told apart by; rows with an empty one are in no slice.</param>
    public static IReadOnlyDictionary<string, CalibrationSlice> By(IEnumerable<JudgedRow> rows, Func<JudgedRow, string> key) =>
        new SortedDictionary<string, CalibrationSlice>(
            rows.GroupBy(key, StringComparer.Ordinal).Where(g => g.Key.Length > 0).ToDictionary(g => g.Key, g => Of([.. g]), StringComparer.Ordinal),
            StringComparer.Ordinal);

    public static CalibrationSlice Of(IReadOnlyList<JudgedRow> rows)
    {
        var judged = rows.Where(r => r.Judgement is not null).ToList();
        bool[] said = [.. judged.Select(r => r.Judgement!.Value.Verdict)];
        bool[] labels = [.. judged.Select(r => r.Row.Label)];
        double[] scores = [.. judged.Select(r => r.Judgement!.Value.Score)];
        var clusters = Clusters(judged);
        AgreementEstimator agreement = new(said, labels, clusters, Confidence);
        var bins = Reliability.Of(scores, labels);
        return new CalibrationSlice(
            judged.Count,
            rows.Count - judged.Count,
            clusters.Distinct().Count(),
            Confusion.Of(said.Zip(labels)),
            agreement.BalancedAccuracy(),
            agreement.RocArea(scores),
            WithinSystemAuc(judged),
            agreement.Kappa(),
            agreement.LabelledYes(),
            agreement.SaidYes(),
            Reliability.ExpectedError(bins),
            bins,
            HumanKappa(rows));
    }

    /// <summary>Each system weighs as many pairs as it has.</summary>
    private static double? WithinSystemAuc(IReadOnlyList<JudgedRow> judged)
    {
        var areas = judged.GroupBy(r => (r.Row.Source, r.Row.System))
            .Select(g => (Area: RocArea.Of([.. g.Select(r => r.Judgement!.Value.Score)], [.. g.Select(r => r.Row.Label)]), Pairs: (double)g.Count(r => r.Row.Label) * g.Count(r => !r.Row.Label)))
            .Where(a => a.Area is not null)
            .ToList();
        return areas.Count == 0 ? null : areas.Sum(a => a.Area!.Value * a.Pairs) / areas.Sum(a => a.Pairs);
    }

    private static Estimate? HumanKappa(IReadOnlyList<JudgedRow> rows)
    {
        var rated = rows.Where(r => r.Row.Labels is [{ }, { }, ..]).ToList();
        return new AgreementEstimator([.. rated.Select(r => r.Row.Labels[0]!.Value)], [.. rated.Select(r => r.Row.Labels[1]!.Value)], Clusters(rated), Confidence).Kappa();
    }

    /// <summary>A number for each group; groups of unlike sources are unlike groups.</summary>
    private static int[] Clusters(IReadOnlyList<JudgedRow> rows)
    {
        Dictionary<(string Source, string Group), int> numbers = [];
        var clusters = new int[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var group = (rows[i].Row.Source, rows[i].Row.Group);
            if (!numbers.TryGetValue(group, out var number))
                numbers.Add(group, number = numbers.Count);
            clusters[i] = number;
        }

        return clusters;
    }
}

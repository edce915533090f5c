using EvalHarness.Decisions;
using EvalHarness.Decisions.Matrix;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>A row of the decision matrix in words that do not outrun it.</summary>
public static class MatrixWords
{
    /// <summary>"RAG", "RAG or hybrid" (between which no difference is shown), "No difference that matters", "Not enough rows: about 1,374 needed", "Not measured".</summary>
    public static string Verdict(MatrixRow row) => row.Verdict switch
    {
        not MatrixVerdict.NotMeasured when row.Badge == Comparisons.Badge.NotMeaningful => "Nothing to conclude",
        MatrixVerdict.Best => ArmWords.First(row.Leaders[0]) + Unmeasured(row),
        MatrixVerdict.Shared => Or(row.Leaders) + Unmeasured(row),
        MatrixVerdict.NoDifferenceShown => "No difference that matters",
        MatrixVerdict.NotEnoughRows => row.NNeeded is { } n ? $"Not enough rows: about {Figure.Count(n)} needed" : "Not enough rows",
        _ => "Not measured",
    };

    /// <summary>The differences that made the verdict; what to supply where there is none.</summary>
    public static string Says(MatrixRow row) => row.Missing is { } missing
        ? $"Supply: {missing}"
        : $"{(row.Elsewhere is { } elsewhere ? $"At {elsewhere}: " : "")}{string.Join("; ", Told(row).Select(c => Contrast(row, c)))}.";

    /// <summary>Every difference.</summary>
    public static string Differences(MatrixRow row) => string.Join("; ", row.Contrasts.Select(c => Contrast(row, c)));

    /// <summary>What the verdict was made by: measure, margin, test.</summary>
    public static string Rule(MatrixRow row) => row.Measure is not { } measure
        ? ""
        : $"{Label(measure)}{(row.Slice == Comparisons.Slice.All ? "" : $", {row.Slice}")}{(row.Elsewhere is { } elsewhere ? $", {elsewhere}" : "")}; shown where the 95 % interval against every other excludes 0 and Holm's p over the whole matrix is at most 0.05; {Margin(row)} does not matter";

    /// <summary>"RAG 22.7 % [18.5, 27.5]".</summary>
    public static string Figures(MatrixRow row) => row.Measure is not { } measure
        ? ""
        : string.Join(" · ", row.Figures.Select(f => f.Estimate is { } e ? $"{ArmWords.Of(f.Arm)} {Figure.Of(e.Value, measure.Unit)} {Figure.Interval(e, measure.Unit)}{Reach(f)}" : $"{ArmWords.Of(f.Arm)} no value"));

    public static string Label(IMeasure measure) => measure.Id switch
    {
        "answers-verifiable" => "Answers whose every sentence is supported by what it cites",
        "failures-explained" => "Failures with a cause",
        _ => MetricCatalogue.For(measure.Id).Label,
    };

    // What is shown; where nothing is, what is open.
    private static IEnumerable<ArmContrast> Told(MatrixRow row) =>
        row.Contrasts.Where(c => c.Better is { } better && row.Leaders.Contains(better)).ToList() is { Count: > 0 } shown ? shown : row.Contrasts;

    private static string Contrast(MatrixRow row, ArmContrast contrast)
    {
        var (unit, isTurned) = (row.Measure!.Unit, contrast.Better == contrast.Second);
        var (first, second) = isTurned ? (contrast.Second, contrast.First) : (contrast.First, contrast.Second);
        if (contrast.Difference is not { } difference)
            return $"{ArmWords.Of(first)} against {ArmWords.Of(second)}: too few rows ({Figure.Count(contrast.N)} in {Figure.Count(contrast.Clusters)} clusters)";
        var told = isTurned ? difference with { Value = -difference.Value, Low = -difference.High, High = -difference.Low } : difference;
        return $"{ArmWords.Of(first)} {Figure.OfDifference(told.Value, unit)} {Figure.IntervalOfDifference(told, unit)} against {ArmWords.Of(second)} (n = {Figure.Count(contrast.N)}{Doubt(contrast, difference)})";
    }

    // An interval without 0 that shows nothing needs a word.
    private static string Doubt(ArmContrast contrast, Estimate difference) =>
        contrast is { Better: null, PAdjusted: { } p } && difference is { Low: > 0 } or { High: < 0 } ? $"; not shown once adjusted for the matrix, p = {Figure.P(p)}" : "";

    private static string Margin(MatrixRow row) => row.Criterion.IsRelative
        ? $"less than {Figure.Of(row.Contrasts.Count == 0 ? row.Criterion.Margin : MarginShare(row), Metrics.Unit.Ratio)} of the smaller mean"
        : Figure.Width(row.Contrasts.Count == 0 ? row.Criterion.Margin : row.Contrasts[0].Margin, row.Measure!.Unit) + " or less";

    private static double MarginShare(MatrixRow row)
    {
        var contrast = row.Contrasts[0];
        var smaller = row.Figures.Where(f => contrast.IsOf(f.Arm)).Min(f => f.Estimate!.Value);
        return smaller == 0 ? row.Criterion.Margin : contrast.Margin / smaller;
    }

    private static string Unmeasured(MatrixRow row) => row.Unmeasured.Count == 0 ? "" : $" ({ArmWords.Of(row.Unmeasured)} not measured)";

    private static string Reach(ArmFigure figure) => figure.Reaches < 0.995 ? $" of {Figure.Of(figure.Reaches, Metrics.Unit.Ratio)}" : "";

    private static string Or(IReadOnlyList<Arm> arms) => arms.Count < 2
        ? ArmWords.First(arms[0])
        : $"{string.Join(", ", arms.Take(arms.Count - 1).Select(ArmWords.Of))} or {ArmWords.Of(arms[^1])}";
}

using EvalHarness.Calibration;
using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;
using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>The share of rows that people say yes to, against the scorer's score.</summary>
internal static class ReliabilityChart
{
    private const float Height = 380;
    private const float SmallestMark = 7;
    private const float LargestMark = 22;

    private static readonly Color Dots = Color.FromHex("#0B6E8A");

    public static Sheet Draw(CalibrationReport report) => new()
    {
        Title = $"Reliability of {report.Evaluator}, verifier {report.Verifier}",
        Subtitle = $"{Figure.Count(report.Pooled.N)} labelled rows in ten parts by score; a larger dot has more rows. On the dashed line a score is the share that people say yes to.",
        AltText = "Share labelled yes by score. " + string.Join(" ", report.Pooled.Reliability.Select(InWords)),
        Rows = [[new Panel("Share labelled yes", "across: the score", Plot(report.Pooled.Reliability), Height)]],
        Note = report.Pooled.ExpectedCalibrationError is { } error ? $"Expected calibration error: {Figure.Of(error, Unit.Ratio)}." : null,
    };

    private static Plot Plot(IReadOnlyList<ReliabilityBin> bins)
    {
        var plot = ChartStyle.Plot(new PixelPadding(56, 20, 28, 6));
        Scale.For(Unit.Ratio, []).Apply(plot.Axes.Bottom);
        Scale.For(Unit.Ratio, []).Apply(plot.Axes.Left);
        var diagonal = plot.Add.Line(0, 0, 1, 1);
        (diagonal.LineColor, diagonal.LinePattern, diagonal.LineWidth) = (ChartStyle.Muted, LinePattern.Dashed, 1);
        foreach (var bin in bins)
        {
            var dot = plot.Add.Marker(bin.Score, bin.Rate);
            var share = (float)Math.Sqrt(bin.N / (double)bins.Max(b => b.N));
            (dot.MarkerShape, dot.MarkerColor, dot.MarkerSize) = (MarkerShape.FilledCircle, Dots, SmallestMark + ((LargestMark - SmallestMark) * share));
        }

        return plot;
    }

    private static string InWords(ReliabilityBin bin) => $"Score {Figure.Of(bin.Score, Unit.Ratio)}: {Figure.Of(bin.Rate, Unit.Ratio)} of {Figure.Count(bin.N)}.";
}

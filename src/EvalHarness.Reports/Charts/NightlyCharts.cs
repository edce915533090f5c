using EvalHarness.Metrics;
using EvalHarness.Nightly;
using EvalHarness.Reports.Wording;
using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>The trends of a history: guardrails, their evidence, and the figures watched beside them.</summary>
internal static class NightlyCharts
{
    private const int Columns = 2;
    private const int MostFigures = 16;

    private static readonly Color Candidate = Color.FromHex("#0072B2");
    private static readonly Color Champion = Color.FromHex("#E69F00");

    /// <param name="nights">Valid ones in their order; charts without a point are left out.</param>
    public static IReadOnlyList<(string Name, Sheet Sheet)> Of(IReadOnlyList<Night> nights)
    {
        if (nights.Count == 0)
            return [];
        var last = nights[^1];
        return
        [
            .. Sheet("guardrails", "Guardrails, night by night", "Candidate and champion on the same samples; a dotted line is the likely onset, a solid one the alarm.", last.Guardrails.Select(g => Guardrail(nights, g))),
            .. Sheet("evidence", "Evidence against the candidate", "The detector's statistic in powers of ten; at the dashed line it is an alarm.", last.Guardrails.Select(g => Evidence(nights, g))),
            .. Sheet("figures", "Figures against their burn-in", "What strays on the champion's side is the environment's. A dotted line is where it began to stray.", last.Series.GroupBy(s => s.Figure).Take(MostFigures).Select(g => Figure(nights, g.Key, [.. g]))),
        ];
    }

    private static IEnumerable<(string Name, Sheet Sheet)> Sheet(string name, string title, string subtitle, IEnumerable<Panel?> drawn)
    {
        var panels = drawn.OfType<Panel>().ToList();
        if (panels.Count > 0)
            yield return (name, new Sheet
            {
                Title = title,
                Subtitle = subtitle,
                AltText = $"{title}: {string.Join(", ", panels.Select(p => p.Title))}.",
                Legend = [Entry("candidate", Candidate), Entry("champion", Champion)],
                Rows = [.. panels.Chunk(Columns)],
            });
    }

    private static Panel? Guardrail(IReadOnlyList<Night> nights, GuardrailLine last)
    {
        TrendLine[] lines =
        [
            new("candidate", Candidate, Points(nights, last, l => l.Candidate)),
            new("champion", Champion, Points(nights, last, l => l.Champion)),
        ];
        return lines.All(l => l.Points.Count == 0) ? null : TrendPanel.Draw(Title(last), "", last.Unit, lines, null, last.OnsetNight, last.AlarmNight);
    }

    private static Panel? Evidence(IReadOnlyList<Night> nights, GuardrailLine last)
    {
        // What is nearly nothing is drawn as a thousandth.
        TrendLine line = new("candidate", Candidate, Points(nights, last, l => l.Detector == GuardrailLine.Cusum ? l.Statistic : Math.Log10(Math.Max(1e-3, l.Statistic))));
        var threshold = last.Threshold is { } level ? last.Detector == GuardrailLine.Cusum ? level : Math.Log10(level) : (double?)null;
        return line.Points.Count == 0 ? null : TrendPanel.Draw(Title(last), last.Detector, Unit.Number, [line], threshold, last.OnsetNight, last.AlarmNight);
    }

    private static Panel? Figure(IReadOnlyList<Night> nights, string figure, IReadOnlyList<SeriesLine> last)
    {
        TrendLine[] lines = [.. last.Select(side => new TrendLine(side.Side, side.Side == "champion" ? Champion : Candidate, Points(nights, side)))];
        return TrendPanel.Draw(MetricCatalogue.For(figure).Label, "", last[0].Unit, lines, null, last.Select(s => s.OnsetNight).Max(), null);
    }

    private static IReadOnlyList<(int, double)> Points(IReadOnlyList<Night> nights, GuardrailLine of, Func<GuardrailLine, double?> value) =>
    [
        .. from night in nights
           from line in night.Guardrails
           where line.Metric == of.Metric && line.Slice == of.Slice && line.Outcome != WatchOutcome.Told
           let point = value(line)
           where point is not null
           select (night.Number, point.Value),
    ];

    private static IReadOnlyList<(int, double)> Points(IReadOnlyList<Night> nights, SeriesLine of) =>
        [.. from night in nights from line in night.Series where line.Figure == of.Figure && line.Side == of.Side select (night.Number, line.Value)];

    private static string Title(GuardrailLine line) => MetricCatalogue.For(line.Metric).Label + (line.Slice == Comparisons.Slice.All ? "" : $", {line.Slice}");

    private static LegendEntry Entry(string text, Color color) => new(text, text, new MarkerStyle(MarkerShape.FilledCircle, 8, color));
}

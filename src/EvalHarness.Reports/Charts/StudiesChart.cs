using EvalHarness.Decisions.Studies;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Charts;

/// <summary>How arms hold up: a panel per study.</summary>
internal sealed class StudiesChart : IChart
{
    public string Name => "studies";

    public Sheet? Draw(RunReport report)
    {
        if (report.Decision?.Studies is not { } results)
            return null;
        var shown = results.Studies.Where(s => s.Points.Any(p => p.Figures is [{ Estimate: not null }, ..])).ToList();
        if (shown.Count == 0)
            return null;
        var labels = shown.Max(s => StudyPanel.LabelWidth(s, results));
        var marks = new PipelineMarks(report.Pipelines);
        return new Sheet
        {
            Title = "How answers hold up, study by study",
            Subtitle = $"{Figure.Count(results.Dataset.Samples)} questions of split {results.Dataset.Split}. Dots with 95 % intervals; ↑ and ↓: shown to be better or worse than the pipeline as it is (paired, Holm over the study).",
            AltText = "How answers hold up. " + string.Join(" ", shown.Select(s => InWords(s, results))),
            Legend = [.. marks.Legend().Where(l => shown.Any(s => s.Pipeline == l.Of))],
            Rows = [.. shown.Select(s => (IReadOnlyList<Panel>)[StudyPanel.Draw(s, results, marks, labels)])],
            Badges = report.BadgesFor([shown[0].Points[0].Figures[0].Metric]),
        };
    }

    private static string InWords(Study study, StudyResults results) =>
        $"{study.Kind.Title}, {study.Pipeline}: {string.Join("; ", study.Points.Where(p => p.Figures is [{ Estimate: not null }, ..]).Select(p => $"{StudyWords.Setting(p, study, results)} {Figure.Of(p.Figures[0].Estimate!.Value, p.Figures[0].Unit)}"))}.";
}

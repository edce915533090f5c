using EvalHarness.Decisions.Sweeps;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;
using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>The points of a sweep: the objective against cost and against time, with the front and the chosen one.</summary>
internal static class ParetoChart
{
    /// <summary>Absent when neither cost nor time counts: then there is nothing to draw the objective against.</summary>
    public static Sheet? Draw(SweepResult result)
    {
        List<SweepAxis> across = [.. result.Choice.UsedAxes.Skip(1)];
        if (across.Count == 0)
            return null;
        var objective = MetricCatalogue.For(result.Aim.Objective, result.Aim.Objective.Id).Label;
        return new Sheet
        {
            Title = $"Sweep of {result.Grid.Pipeline}: {objective.ToLowerInvariant()}, and at what price",
            Subtitle = $"{Figure.Count(result.Dataset.Samples)} gold questions of {result.Experiment} (split {result.Dataset.Split}). {Labels(result)} Upright lines are 95\u00A0% intervals of each point alone; the table compares points in pairs. The stepped line is the front of what the panel shows.",
            AltText = $"{objective}: {InWords(result, result.Aim.Objective.Id)}. {string.Join(" ", across.Select(a => $"{MetricCatalogue.For(a.Name).Label}: {InWords(result, a.Name)}."))} Chosen: {result.Choice.Chosen.Name}.",
            Legend = [.. PointMarks.Legend],
            Rows = [[.. across.Select(axis => ParetoPanel.Draw(result, axis, across.Count))]],
            Badges = [.. result.Badges.Where(b => across.Any(a => MetricCatalogue.For(a.Name).Family == b.Family) || b.Family == MetricCatalogue.For(result.Aim.Objective.Id).Family)],
        };
    }

    private static string Labels(SweepResult result)
    {
        var unvaried = result.Choice.Points.Any(p => p.Point.IsUnvaried) ? $"* is {result.Grid.Pipeline} as it is." : "";
        return PointMarks.IsLabelledByValue(result.Grid) ? $"Labels are {string.Join(" · ", result.Grid.Parameters)}; {unvaried}" : unvaried;
    }

    private static string InWords(SweepResult result, string name) =>
        string.Join(", ", result.Choice.Points.Select(p => (p.Point.Name, Figure: p.Figure(name))).Where(p => p.Figure?.Estimate is not null).Select(p => $"{p.Name} {Figure.Of(p.Figure!.Estimate!.Value, p.Figure.Unit)}"));
}

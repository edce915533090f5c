using EvalHarness.Decisions.Boundaries;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Reports.Charts;

/// <summary>Where choices turn: a panel per circumstance, a row per pair, in the colour of the one that wins there.</summary>
internal sealed class BoundariesChart : IChart
{
    public string Name => "boundaries";

    public Sheet? Draw(RunReport report)
    {
        if (report.Decision is not { Boundaries: { Count: > 0 } boundaries } decision)
            return null;
        var marks = new PipelineMarks(report.Pipelines);
        var shown = boundaries.GroupBy(b => b.Parameter).ToList();
        return new Sheet
        {
            Title = "Where the choice turns",
            Subtitle = $"{report.Questions()}. Thick: shown, with 95 % confidence at each point. Thin and grey: these rows do not decide.",
            AltText = "Where the choice turns. " + string.Join(" ", boundaries.Select(b => $"{ArmWords.First(b.First)} or {ArmWords.Of(b.Second)}, by {BoundaryWords.Label(b.Parameter)}: {BoundaryWords.Sentence(b)}")),
            Legend = [.. marks.Legend().Where(l => decision.Arms.Contenders.Any(a => decision.Arms[a] == l.Of))],
            Rows = [.. shown.Select(g => (IReadOnlyList<Panel>)[BoundaryPanel.Draw([.. g], decision.Arms, marks)])],
            Badges = report.BadgesFor(shown.SelectMany(g => Metrics(g.Key))),
            Note = boundaries.Any(b => b.Given is not null) ? "The vertical line is your own value." : null,
        };
    }

    private static string[] Metrics(BoundaryParameter parameter) => parameter is BoundaryParameter.Volume or BoundaryParameter.WrongAnswerUsd ? ["cost-usd"] : [];
}

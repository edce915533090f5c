using EvalHarness.Decisions;
using EvalHarness.Decisions.Boundaries;
using EvalHarness.Reports.Charts;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Reports.Html.Model;

/// <summary>Where the choice between two arms turns.</summary>
/// <param name="Parts">From left to right; together 100.</param>
public sealed record BoundaryStrip(string Pair, IReadOnlyList<BoundaryPart> Parts, string Says)
{
    public static BoundaryStrip Of(Boundary boundary, Arms arms, PipelineColours colours)
    {
        var scale = 100 / (boundary.Regions[^1].To - boundary.Regions[0].From);
        return new(
            $"{ArmWords.First(boundary.First)} or {ArmWords.Of(boundary.Second)}",
            [.. boundary.Regions.Select(r => Part(boundary, r, scale, arms, colours))],
            BoundaryWords.Sentence(boundary));
    }

    private static BoundaryPart Part(Boundary boundary, BoundaryRegion region, double scale, Arms arms, PipelineColours colours) => boundary.Winner(region) is { } winner
        ? new(Math.Round((region.To - region.From) * scale, 3), ArmWords.Of(winner), colours.HexOf(arms[winner]!))
        : new(Math.Round((region.To - region.From) * scale, 3), "undecided", null);
}

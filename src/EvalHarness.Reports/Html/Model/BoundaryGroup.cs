using EvalHarness.Decisions;
using EvalHarness.Decisions.Boundaries;
using EvalHarness.Reports.Charts;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Reports.Html.Model;

/// <summary>One circumstance, with every pair of arms.</summary>
/// <param name="Decides">What is weighed along it.</param>
/// <param name="Given">Where the user's own value stands, of 100; absent without one.</param>
public sealed record BoundaryGroup(string Title, string Decides, string Badge, string From, string To, double? Given, IReadOnlyList<BoundaryStrip> Strips)
{
    /// <param name="boundaries">Of one parameter; at least one.</param>
    public static BoundaryGroup Of(IReadOnlyList<Boundary> boundaries, Arms arms, PipelineColours colours)
    {
        var (least, most) = (boundaries[0].Regions[0].From, boundaries[0].Regions[^1].To);
        return new(
            BoundaryWords.Label(boundaries[0].Parameter),
            BoundaryWords.Decides(boundaries[0].Parameter),
            BadgeWords.Of(boundaries.Max(b => b.Badge)),
            BoundaryWords.Of(boundaries[0], least),
            BoundaryWords.Of(boundaries[0], most),
            boundaries[0].Given is { } given ? Math.Clamp(100 * (given - least) / (most - least), 0, 100) : null,
            [.. boundaries.Select(b => BoundaryStrip.Of(b, arms, colours))]);
    }
}

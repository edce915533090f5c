using EvalHarness.Comparisons;

namespace EvalHarness.Decisions.Boundaries;

/// <summary>Where, along one circumstance, the choice between two arms turns.</summary>
/// <param name="Regions">From the least to the most value that is looked at, without gaps.</param>
/// <param name="Flip">Where the estimates are equal; absent where that is nowhere in the range.</param>
/// <param name="Given">The user's own value; absent when the decision file does not say.</param>
/// <param name="Badge">The worse of what it rests on.</param>
public sealed record Boundary(BoundaryParameter Parameter, Arm First, Arm Second, IReadOnlyList<BoundaryRegion> Regions, double? Flip, double? Given, Badge Badge, int N)
{
    /// <summary>What is shown at the user's own value; absent without one.</summary>
    public BoundaryRegion? Here => Given is { } x ? Regions.FirstOrDefault(r => x >= r.From && x <= r.To) : null;

    /// <summary>The arm that a region is for; absent where it is undecided.</summary>
    public Arm? Winner(BoundaryRegion region) => region.Sign switch { > 0 => First, < 0 => Second, _ => null };
}

using EvalHarness.Comparisons;

namespace EvalHarness.Experiments;

/// <summary>What the experiment file says of a family of figures.</summary>
internal sealed record BadgeEntry(Badge Badge, string Why);

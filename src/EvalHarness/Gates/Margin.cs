namespace EvalHarness.Gates;

/// <summary>By how much a candidate may be worse and still pass; positive.</summary>
/// <param name="Value">In the metric's unit; a share of the baseline's mean when <paramref name="IsRelative"/>.</param>
/// <param name="IsRelative">Written as <c>10%</c>: for times, tokens and money.</param>
public sealed record Margin(double Value, bool IsRelative)
{
    public override string ToString() => IsRelative ? FormattableString.Invariant($"{Value * 100:0.###}%") : FormattableString.Invariant($"{Value}");
}

namespace EvalHarness.Reports.Html.Model;

/// <param name="Width">Of 100.</param>
/// <param name="Colour">Of the one that wins there; absent where nobody is shown to.</param>
public sealed record BoundaryPart(double Width, string Label, string? Colour);

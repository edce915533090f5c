using ScottPlot;

namespace EvalHarness.Reports.Charts;

/// <summary>One plot of a sheet with its heading. Lengths are in pixels of the SVG; a PNG has twice as many.</summary>
/// <param name="Hint">Stands behind the title: which way is better.</param>
/// <param name="Labels">What the labels on the left take, on top of the width that all panels of a row share.</param>
internal sealed record Panel(string Title, string Hint, Plot Plot, float Height, float Labels = 0)
{
    /// <summary>The hint where there is no room for it.</summary>
    public string ShortHint { get; init; } = "";
}

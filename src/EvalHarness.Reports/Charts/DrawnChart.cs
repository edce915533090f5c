namespace EvalHarness.Reports.Charts;

/// <summary>A chart that a report has.</summary>
/// <param name="Name">The file's name without its ending: <c>charts/&lt;name&gt;.png</c> and <c>.svg</c>.</param>
/// <param name="AltText">For readers who do not see the picture.</param>
public sealed record DrawnChart(string Name, string Title, string AltText);

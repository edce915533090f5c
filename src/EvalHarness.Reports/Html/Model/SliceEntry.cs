namespace EvalHarness.Reports.Html.Model;

/// <summary>The figures of one slice.</summary>
/// <param name="Figures">By the name's place, then by the pipeline's.</param>
public sealed record SliceEntry(string Name, IReadOnlyList<IReadOnlyList<FigureEntry?>> Figures, IReadOnlyList<ComparisonEntry> Comparisons);

/// <summary>One pipeline, one metric.</summary>
/// <param name="Value">Absent when no row has one.</param>
/// <param name="Of">Rows on which the metric has a meaning.</param>
/// <param name="Missing">"3 failed, 1 not scored"; absent when there are none.</param>
public sealed record FigureEntry(string? Value, string? Interval, int Scored, int Of, string? Missing);

/// <summary>A candidate against the baseline.</summary>
/// <param name="Name">The metric's place in the names.</param>
/// <param name="Candidate">The pipeline's place.</param>
/// <param name="Finding"><c>better</c>, <c>worse</c>, <c>open</c>.</param>
/// <param name="Bounds">Difference, low and high as numbers, for drawing; in the metric's unit.</param>
public sealed record ComparisonEntry(
    int Name,
    int Candidate,
    string Finding,
    string Says,
    string? Difference,
    string? Interval,
    string? P,
    int Wins,
    int Losses,
    int N,
    IReadOnlyList<double?>? Bounds);

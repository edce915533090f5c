using EvalHarness.Comparisons;

namespace EvalHarness.Reports.Charts;

/// <summary>A whole chart before it is painted: headings, legend, panels, and what the reader must know.</summary>
internal sealed record Sheet
{
    public const float Width = 960;

    /// <summary>Says what is shown.</summary>
    public required string Title { get; init; }

    /// <summary>Which rows, how many, and how to read the marks.</summary>
    public required string Subtitle { get; init; }

    /// <summary>What a reader who does not see the picture is told.</summary>
    public required string AltText { get; init; }

    public IReadOnlyList<LegendEntry> Legend { get; init; } = [];

    public required IReadOnlyList<IReadOnlyList<Panel>> Rows { get; init; }

    /// <summary>Those that are not plainly measured.</summary>
    public IReadOnlyList<FamilyBadge> Badges { get; init; } = [];

    public string? Note { get; init; }
}

using EvalHarness.Reports.Html.Rows;

namespace EvalHarness.Reports.Html.Model;

/// <summary>All that the page shows but the rows themselves; words and numbers are ready to be read.</summary>
public sealed record PageModel
{
    public required string Title { get; init; }

    public required string RunId { get; init; }

    public required string Date { get; init; }

    public required string? Description { get; init; }

    public required string Question { get; init; }

    public required IReadOnlyList<AnswerPart> Answer { get; init; }

    public required string Recommendation { get; init; }

    /// <summary>The gate's verdict; absent where none was made.</summary>
    public GateSection? Gate { get; init; }

    /// <summary>RAG, fine-tuning, or both; absent when the run has fewer than two of these.</summary>
    public DecisionSection? Decision { get; init; }

    /// <summary>Metrics without any value, said before any figure; empty where each has one.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    public required IReadOnlyList<BadgeEntry> Badges { get; init; }

    public required IReadOnlyList<PipelineEntry> Pipelines { get; init; }

    public required IReadOnlyList<MetricEntry> Metrics { get; init; }

    /// <summary>The figures that stand for the run; at most four.</summary>
    public required IReadOnlyList<HeadlineEntry> Headlines { get; init; }

    /// <summary>How far the scorers can be trusted; empty where nothing is judged.</summary>
    public required IReadOnlyList<ScorerEntry> Scorers { get; init; }

    /// <summary>What the tables have rows for: metrics, and their quantiles.</summary>
    public required IReadOnlyList<MetricEntry> Names { get; init; }

    public required IReadOnlyList<SliceEntry> Slices { get; init; }

    /// <summary>Why answers went wrong.</summary>
    public required CauseTable Causes { get; init; }

    /// <summary>What answering, judging and preparing cost.</summary>
    public required IReadOnlyList<LedgerLine> Ledger { get; init; }

    /// <summary>By field, then by pipeline; empty when samples expect none.</summary>
    public required IReadOnlyList<FieldLine> Fields { get; init; }

    public required IReadOnlyList<ChartImage> Charts { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<FactEntry> Facts { get; init; }

    /// <summary>Which rows count as right in the list of rows.</summary>
    public required string RightMeans { get; init; }

    public required IReadOnlyList<RowIndexEntry> Rows { get; init; }

    public required int RowsLeftOut { get; init; }

    /// <summary>Whether rows are loaded from <c>rows/</c>.</summary>
    public required bool RowsInFiles { get; init; }
}

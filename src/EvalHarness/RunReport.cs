using EvalHarness.Calibration;
using EvalHarness.Comparisons;
using EvalHarness.Datasets;
using EvalHarness.Decisions;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Cost;
using EvalHarness.Experiments.Ledgers;
using EvalHarness.Gates;
using EvalHarness.Metrics;
using EvalHarness.Runs;

namespace EvalHarness;

/// <summary>All that a report is written from.</summary>
public sealed record RunReport
{
    public required RunManifest Manifest { get; init; }

    /// <summary>In the order of the experiment file: a pipeline has the same place and colour everywhere.</summary>
    public required IReadOnlyList<string> Pipelines { get; init; }

    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>Per pipeline, metric and slice; slice <c>all</c> first.</summary>
    public required IReadOnlyList<MetricSummary> Summaries { get; init; }

    /// <summary>Every pipeline against the baseline, per metric and slice; slice <c>all</c> first.</summary>
    public required IReadOnlyList<PairedComparison> Comparisons { get; init; }

    /// <summary>Why rows went wrong, per pipeline and cause.</summary>
    public IReadOnlyList<CauseSummary> Causes { get; init; } = [];

    /// <summary>Raw values by column, for distributions.</summary>
    public required ScoreTable Scores { get; init; }

    /// <summary>The structured fields that samples expect, by pipeline; empty when they expect none.</summary>
    public IReadOnlyList<FieldResult> Fields { get; init; } = [];

    /// <summary>Metrics without any value where there should be some, by pipeline: said loudly wherever figures are shown.</summary>
    public IReadOnlyList<UnscoredMetric> Unscored { get; init; } = [];

    /// <summary>How far each family of figures may be believed.</summary>
    public required IReadOnlyList<FamilyBadge> Badges { get; init; }

    /// <summary>How replies are read: where the answer's text and citations stand.</summary>
    public required AnswerReader Answers { get; init; }

    /// <summary>What answers were checked against; absent when the experiment names no corpus.</summary>
    public Corpus? Corpus { get; init; }

    /// <summary>What the experiment says of itself, shown at the top of the page.</summary>
    public string? Description { get; init; }

    /// <summary>The price files that costs rest on, the one that wins first; empty when every price is unknown.</summary>
    public IReadOnlyList<PriceSource> Prices { get; init; } = [];

    /// <summary>What answering, judging and preparing cost, each apart.</summary>
    public IReadOnlyList<LedgerEntry> Ledger { get; init; } = [];

    /// <summary>What is known of the error of each scorer whose metrics the run has.</summary>
    public IReadOnlyList<ScorerError> ScorerErrors { get; init; } = [];

    /// <summary>RAG, fine-tuning, or both; absent when the run has fewer than two of these.</summary>
    public Decision? Decision { get; init; }

    /// <summary>The verdict that was made of this run; absent before a gate.</summary>
    public GateResult? Gate { get; init; }

    /// <summary>The rows, streamed from the store in the order of the plan: by sample, repetition and pipeline.</summary>
    public required Func<CancellationToken, IAsyncEnumerable<ResultRow>> Rows { get; init; }
}

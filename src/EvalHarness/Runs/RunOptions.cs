using System.ComponentModel.DataAnnotations;
using EvalHarness.Pipelines;

namespace EvalHarness.Runs;

/// <summary>How a dataset is replayed.</summary>
public sealed record RunOptions
{
    /// <summary>Samples in flight at once. Compare latencies only between runs where it is equal. Absent: as many as the endpoints take, and latencies are then not for comparing.</summary>
    [Range(1, 1024)]
    public int? Concurrency { get; init; }

    /// <summary>Samples begun per second, whatever is still in flight (open loop); excludes <see cref="Concurrency"/>.</summary>
    [Range(0.001, 100_000)]
    public double? ArrivalRate { get; init; }

    /// <summary>Answers per sample and pipeline.</summary>
    [Range(1, 1000)]
    public int Repeats { get; init; } = 1;

    /// <summary>What a pipeline may take for one sample, in seconds; a timeout is a failed trace of at least this latency.</summary>
    [Range(0.01, 86400)]
    public double TimeoutSeconds { get; init; } = 120;

    /// <summary>What the whole replay may take, in seconds; the run is then stopped and resumable. Without limit when absent.</summary>
    [Range(1, 10_000_000)]
    public double? DeadlineSeconds { get; init; }

    /// <summary>What the run may spend, in USD; it is stopped before it would spend more, and resumable. Without limit when absent.</summary>
    [Range(0, 1_000_000_000)]
    public decimal? BudgetUsd { get; init; }

    /// <summary>What the response cache does: <c>read</c> (use and keep), <c>write</c> (call anew and keep) or <c>off</c>.</summary>
    public string Cache { get; init; } = "read";

    /// <summary>Answers per pipeline before the first that counts; what they cost stands in the preparation ledger. Absent: see <see cref="WarmUpOf"/>.</summary>
    [Range(0, 100)]
    public int? WarmUp { get; init; }

    /// <summary>Seeds the order of pipelines within a sample, and which rows a limit keeps.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Answers that warm a pipeline up: as many as are asked for, else 2, and none where answering may be paid for.</summary>
    public int WarmUpOf(PipelineSpec pipeline) => WarmUp ?? (pipeline.MayBePaidFor() ? 0 : 2);
}

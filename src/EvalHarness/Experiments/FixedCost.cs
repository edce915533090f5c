namespace EvalHarness.Experiments;

/// <summary>One item that is paid beside the calls: a sum with its source, or what it is computed from.</summary>
public sealed record FixedCost
{
    /// <summary>The pipelines that need it.</summary>
    public required IReadOnlyList<string> For { get; init; }

    /// <summary><c>training</c>, <c>data_preparation</c>, <c>indexing</c>, <c>vector_store</c> or <c>hosting</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The sum in USD, when it is known.</summary>
    public decimal? Usd { get; init; }

    /// <summary>Training examples.</summary>
    public int? Rows { get; init; }

    public decimal? Epochs { get; init; }

    public decimal? TokensPerRow { get; init; }

    public decimal? UsdPerMillionTokens { get; init; }

    public decimal? GpuHours { get; init; }

    /// <summary>The hourly rate of GPU or hosting, in USD.</summary>
    public decimal? UsdPerHour { get; init; }

    /// <summary>What is stored, in gigabytes.</summary>
    public decimal? Gb { get; init; }

    public decimal? UsdPerGbDay { get; init; }

    public decimal? HoursPerMonth { get; init; }

    /// <summary>The day when it was paid, or the price was read: 2026-11-23.</summary>
    public required string Date { get; init; }

    public string? Source { get; init; }

    /// <summary>What it is and what it rests on, for the reader of the report.</summary>
    public required string Note { get; init; }
}

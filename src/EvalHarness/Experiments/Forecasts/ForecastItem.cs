using EvalHarness.Pipelines;

namespace EvalHarness.Experiments.Forecasts;

/// <summary>What one kind of call of a pipeline would come to.</summary>
/// <param name="Item"><c>answers</c>, <c>embedding</c>, <c>rerank</c> or <c>index</c> (the embedding of a corpus, before the first question).</param>
/// <param name="Input">Absent when nothing tells beforehand.</param>
/// <param name="Usd">Priced as if called; absent when it is unknown.</param>
/// <param name="Unknown">Why there is no price; absent when there is one.</param>
/// <param name="IsPaid">Whether anybody is paid for it.</param>
/// <param name="HighestUsd">What one answer's calls of this kind cost at most.</param>
public sealed record ForecastItem(
    string Pipeline,
    string Item,
    string? Model,
    long Calls,
    TokenRange? Input,
    TokenRange? Output,
    UsdRange? Usd,
    string? Unknown,
    bool IsPaid,
    MinuteRange Minutes,
    decimal? HighestUsd)
{
    /// <summary>The <see cref="Item"/> that is made before the first question.</summary>
    public const string Index = "index";
}

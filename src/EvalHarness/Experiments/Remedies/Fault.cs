using System.Text.Json;
using EvalHarness.Diagnosis;
using EvalHarness.Metrics;

namespace EvalHarness.Experiments.Remedies;

/// <summary>What went wrong with a row, as remedies are looked up by it: the cause of its failure, or that it says what was right before a fact changed.</summary>
/// <param name="Id">As in samples.csv: <c>retriever-missed</c>; <c>stale-answer</c>.</param>
public sealed record Fault(string Id)
{
    /// <summary>It is no cause: a stale row has one beside it, and counts in both.</summary>
    public static Fault Stale { get; } = new("stale-answer");

    /// <summary>In the order of causes.</summary>
    public static IReadOnlyList<Fault> All { get; } = [.. Enum.GetValues<Cause>().Select(Of), Stale];

    public static Fault Of(Cause cause) => new(JsonNamingPolicy.KebabCaseLower.ConvertName($"{cause}"));

    /// <param name="scores">Of one row, by metric id.</param>
    /// <returns>Empty when the row did not fail.</returns>
    public static IReadOnlyList<Fault> OfRow(IReadOnlyDictionary<string, Score> scores) => FaultAttribution.Of(scores) is not { } cause
        ? []
        : scores.GetValueOrDefault(Stale.Id)?.Value > 0 ? [Of(cause), Stale] : [Of(cause)];
}

using EvalHarness.Decisions;
using EvalHarness.Decisions.Boundaries;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>Where a choice turns, in a sentence.</summary>
public static class BoundaryWords
{
    public static string Label(BoundaryParameter parameter) => parameter switch
    {
        BoundaryParameter.Volume => "Questions a day",
        BoundaryParameter.ChangedShare => "Share of questions whose fact has changed since training",
        BoundaryParameter.UnanswerableShare => "Share of questions that nothing answers",
        _ => "Cost of a wrong answer",
    };

    /// <summary>What is weighed along it.</summary>
    public static string Decides(BoundaryParameter parameter) => parameter switch
    {
        BoundaryParameter.Volume => "total cost a day, fixed costs included",
        BoundaryParameter.ChangedShare => "right answers",
        BoundaryParameter.UnanswerableShare => "truthfulness: +1 right, 0 declined, −1 wrong",
        _ => "cost of the call and of wrong answers",
    };

    /// <summary>"Fine-tuned wins from 55,000 on, RAG up to 33,000; between these the rows do not decide." Ends with what is shown at the user's own value.</summary>
    public static string Sentence(Boundary boundary)
    {
        var decided = boundary.Regions.Where(r => r.Sign != 0).ToList();
        var says = decided.Count switch
        {
            0 => $"Undecided everywhere from {Of(boundary, boundary.Regions[0].From)} to {Of(boundary, boundary.Regions[^1].To)}",
            1 when boundary.Regions.Count == 1 => $"{ArmWords.First(boundary.Winner(decided[0])!.Value)} wins everywhere from {Of(boundary, decided[0].From)} to {Of(boundary, decided[0].To)}",
            _ => string.Join(", ", decided.Select((r, i) => Part(boundary, r, isFirst: i == 0))) + "; else the rows do not decide",
        };
        return $"{says}.{Flip(boundary)}{Here(boundary)}";
    }

    /// <summary>"41,000", "12.0 %", "$0.35".</summary>
    public static string Of(Boundary boundary, double value) => boundary.Parameter switch
    {
        BoundaryParameter.Volume => value < 100 ? Figure.Of(value, Unit.Number) : Figure.Count((long)Math.Round(value)),
        BoundaryParameter.WrongAnswerUsd => Figure.Of(value, Unit.Usd),
        _ => Figure.Of(value, Unit.Ratio),
    };

    private static string Part(Boundary boundary, BoundaryRegion region, bool isFirst)
    {
        var arm = boundary.Winner(region)!.Value;
        var name = isFirst ? ArmWords.First(arm) : ArmWords.Of(arm);
        var (isLeft, isRight) = (region.From <= boundary.Regions[0].From, region.To >= boundary.Regions[^1].To);
        return (isLeft, isRight) switch
        {
            (true, _) => $"{name} wins up to {Of(boundary, region.To)}",
            (_, true) => $"{name} wins from {Of(boundary, region.From)} on",
            _ => $"{name} wins from {Of(boundary, region.From)} to {Of(boundary, region.To)}",
        };
    }

    private static string Flip(Boundary boundary) => boundary.Flip is { } flip ? $" The estimates are equal at {Of(boundary, flip)}." : "";

    private static string Here(Boundary boundary) => boundary is { Given: { } given, Here: { } here }
        ? $" At your {Of(boundary, given)}: {(boundary.Winner(here) is { } arm ? ArmWords.Of(arm) : "undecided")}."
        : "";
}

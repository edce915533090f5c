using EvalHarness.Decisions.Budget;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>What owning costs, and when an investment pays, in sentences that never lack their status.</summary>
public static class BudgetWords
{
    /// <summary>"RAG: $220 [$219, $222] over 365 days; no fixed cost".</summary>
    public static string Of(OwnershipLine line, BudgetStudy study)
    {
        var range = line is { LowUsd: { } low, HighUsd: { } high } ? $" [{Usd(low)}, {Usd(high)}]" : "";
        var upfront = line.UpfrontUsd == 0 ? "nothing paid upfront" : $"{Usd(line.UpfrontUsd)} upfront, paid {(line.Payments == 1 ? "once" : $"{Figure.Count(line.Payments)} times")}";
        return $"{ArmWords.First(line.Arm)}: {Usd(line.Usd)}{range} over {Figure.Count(study.HorizonDays)} days; {upfront}";
    }

    /// <summary>"Fine-tuned pays its $500 back against RAG after 2,190,000 questions [2,160,000, 2,220,000]: from 73,000 a day".</summary>
    public static string Of(BreakEvenLine line)
    {
        var (who, paid) = ($"{ArmWords.First(line.Investing)} costs {Usd(line.UpfrontUsd)} more upfront than {ArmWords.Of(line.Against)}", line.BreakEven);
        return paid.Status switch
        {
            BreakEvenStatus.Value => $"{who}, paid back after {Count(paid.Queries)} questions [{Count(paid.Low)}, {Count(paid.High)}]{(line.DailyVolume is { } daily ? $": at each change, from {Count(daily)} a day on" : "")}",
            BreakEvenStatus.Never => $"{who}, and never pays it back: its calls are not cheaper",
            BreakEvenStatus.Always => $"{ArmWords.First(line.Investing)} is cheaper from the first question on",
            _ => $"{who}; undetermined: these rows do not show that its calls are cheaper{(paid.Low is { } best ? $", at best it is paid back after {Count(best)} questions" : "")}",
        };
    }

    /// <summary>"volume halved or doubled: RAG − fine-tuned from −$5,900 to −$5,600 (−$5,800 as given)".</summary>
    public static string Of(SensitivityLine line) =>
        $"{line.Assumption} halved or doubled: {ArmWords.Of(line.First)} − {ArmWords.Of(line.Second)} {Usd(line.Halved)} or {Usd(line.Doubled)} ({Usd(line.AsGiven)} as given){(line.Turns ? ", which turns the choice" : "")}";

    private static string Usd(decimal usd) => Figure.Of((double)usd, Unit.Usd);

    private static string Count(double? count) => count is { } number && number < long.MaxValue ? Figure.Count((long)Math.Ceiling(number)) : "unbounded";
}

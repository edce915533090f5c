using System.Globalization;
using EvalHarness.Runs;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Live;

/// <summary>What is said of a run's state.</summary>
internal static class LiveWords
{
    public static string State(ListedRun run) => run switch
    {
        { IsFinished: true } => "finished",
        { IsUnderWay: true } => "under way",
        _ => "stopped",
    };

    /// <summary>Unfinished runs with how far they are.</summary>
    public static string StateAndShare(ListedRun run) => run.IsFinished || run.Progress is not { } progress ? State(run) : $"{State(run)}, {Percent(progress)}";

    public static string Sentence(ListedRun run) => run switch
    {
        { IsFinished: true } => $"{Time(run.Manifest.FinishedAt!.Value)}, after {Took(run.Manifest.FinishedAt!.Value - run.Manifest.StartedAt)}.",
        { Progress: null } => "Its store cannot be read.",
        { IsUnderWay: true } => $"{Answers(run.Progress)}. {Scores(run.Progress)}",
        _ => $"{Answers(run.Progress)}. {Scores(run.Progress)} It is resumed by: {run.Manifest.Command}",
    };

    public static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    public static string Percent(RunProgress progress) => FormattableString.Invariant($"{(progress.Planned == 0 ? 0 : Math.Floor(100.0 * progress.Answered / progress.Planned))} %");

    private static string Answers(RunProgress progress) => $"{Figure.Count(progress.Answered)} of {Figure.Count(progress.Planned)} rows are answered";

    private static string Scores(RunProgress progress) => progress.Scored == 0 ? "None is scored yet." : $"{Figure.Count(progress.Scored)} answers have scores.";

    private static string Took(TimeSpan time) => time switch
    {
        { TotalHours: >= 1 } => FormattableString.Invariant($"{(int)time.TotalHours} h {time.Minutes} min"),
        { TotalMinutes: >= 1 } => FormattableString.Invariant($"{time.Minutes} min {time.Seconds} s"),
        _ => FormattableString.Invariant($"{time.TotalSeconds:0} s"),
    };
}

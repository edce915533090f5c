using System.Globalization;
using EvalHarness.TrainingData;

namespace EvalHarness.Reports.Wording;

/// <summary>What the linter found, in words: the same in terminal, summary and page.</summary>
public static class LintWords
{
    /// <summary>Of what nobody says.</summary>
    private const string Unknown = "unknown";

    public static string Read(LintResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Training.Name}: {result.Training.Rows:#,0} examples against {result.Dataset.Rows:#,0} gold samples of {result.Dataset.Name}, measured split {result.Split}.");

    public static string Verdict(LintResult result)
    {
        var counts = string.Create(CultureInfo.InvariantCulture, $"{Times(result.Errors, "error")}, {Times(result.Warnings, "warning")}, {result.Infos:#,0} for information");
        var leaks = result.Leaks > 0 ? string.Create(CultureInfo.InvariantCulture, $" {Times(result.Leaks, "leak")}: a checkpoint trained on this file cannot be promoted.") : "";
        return result switch
        {
            { Errors: > 0 } => $"ERRORS: {counts}.{leaks}",
            { Warnings: > 0 } => $"CLEAN OF ERRORS, WITH WARNINGS: {counts}. Read them before you train.{leaks}",
            _ => $"CLEAN: {counts}.{leaks}",
        };
    }

    /// <summary>A line for each reason.</summary>
    public static IEnumerable<string> NotChecked(LintResult result) => result.Rules
        .Where(r => r.NotChecked is not null)
        .GroupBy(r => r.NotChecked!, StringComparer.Ordinal)
        .Select(g => $"Not checked, because {g.Key}: {string.Join(", ", g.Select(r => r.Rule))}.");

    public static string Of(LintSeverity severity) => severity switch
    {
        LintSeverity.Error => "error",
        LintSeverity.Warning => "warning",
        _ => "info",
    };

    /// <summary>Arm, labels, looks at dev, hours, training, money.</summary>
    public static IReadOnlyList<string> Cells(ArmGiven arm) =>
    [
        arm.Checkpoint is null ? arm.Pipeline : $"{arm.Pipeline} ({arm.Checkpoint})",
        arm.Labels is { } labels ? string.Create(CultureInfo.InvariantCulture, $"{labels:#,0} ({arm.LabelsFrom})") : Unknown,
        arm.DevLooks?.ToString("#,0", CultureInfo.InvariantCulture) ?? Unknown,
        arm.Hours?.ToString("#,0.#", CultureInfo.InvariantCulture) ?? Unknown,
        arm.TrainingSeconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{seconds:#,0.0} s") : arm.Checkpoint is null ? "–" : Unknown,
        arm.Usd?.ToString("#,0.00", CultureInfo.InvariantCulture) ?? Unknown,
    ];

    private static string Times(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {noun}{(count == 1 ? "" : "s")}");
}

using EvalHarness.Cli.Terminal;
using EvalHarness.Gates;
using EvalHarness.Reports.Markdown;
using EvalHarness.Reports.Wording;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Gating;

/// <summary>Tells a build server of a verdict in its own way: GitHub's step summary and annotations, Azure DevOps's.</summary>
internal static class BuildServer
{
    public static void Tell(GateResult result, RunFolder folder, TerminalOutput terminal)
    {
        if (Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary)
            File.AppendAllText(summary, GateMarkdown.Text(result));
        if (Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true")
            Annotate(result, terminal, (isError, text) => $"::{(isError ? "error" : "warning")} title=evalharness gate::{Escaped(text)}");
        if (Environment.GetEnvironmentVariable("TF_BUILD") is { Length: > 0 })
        {
            Annotate(result, terminal, (isError, text) => $"##vso[task.logissue type={(isError ? "error" : "warning")}]{Line(text)}");
            terminal.Note($"##vso[task.uploadsummary]{Path.Combine(folder.FullPath, "gate.md")}");
        }
    }

    // On standard error, where both servers read too: results stay what --format says.
    private static void Annotate(GateResult result, TerminalOutput terminal, Func<bool, string, string> annotation)
    {
        foreach (var line in result.Lines.Where(l => l.Outcome >= LineOutcome.Inconclusive))
            terminal.Note(annotation(line.Outcome is LineOutcome.Fail or LineOutcome.Invalid, $"{VerdictWords.Of(line.Outcome)} {VerdictWords.Subject(line, result.Runs.Count > 1)}: {line.Why}"));
    }

    private static string Escaped(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    // A command of its own cannot begin inside a line.
    private static string Line(string text) => text.ReplaceLineEndings(" ").Replace("##vso[", "##vso(", StringComparison.OrdinalIgnoreCase);
}

using EvalHarness.Cli.Gating;
using EvalHarness.Cli.Terminal;
using EvalHarness.Experiments;
using EvalHarness.Reports;
using EvalHarness.Reports.Wording;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Deciding;

/// <summary>A run that has just been made gets the studies of its decision, and its reports are written anew with them.</summary>
/// <param name="parent">The folder of runs.</param>
/// <param name="command">As it was typed.</param>
internal sealed class StudiedRun(string parent, string command, bool allowsPlugins, TerminalOutput terminal, TimeProvider time)
{
    public async Task StudyAsync(Experiment experiment, RunFolder made, CancellationToken cancellationToken)
    {
        if (!await new StudySession(made.FullPath, command, allowsPlugins, terminal, time).MakeAsync(experiment, cancellationToken))
            return;
        await using var scores = await RecordedScores.ReadAsync(made, parent, terminal, time, change: null, cancellationToken);
        if (scores.Report.Decision is not { } decision)
            return;
        await DecisionWriter.WriteAsync(decision, scores.Report, made.FullPath, cancellationToken);
        terminal.Note($"decided: {Path.Combine(made.FullPath, "decision.md")}, studies.csv");
    }
}

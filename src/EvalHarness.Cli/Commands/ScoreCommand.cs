using System.CommandLine;
using EvalHarness.Cli.Terminal;

namespace EvalHarness.Cli.Commands;

/// <summary>Scores a recorded run anew.</summary>
internal sealed class ScoreCommand(TerminalOutput terminal, TimeProvider time)
{
    public Command Build() => new RecordedRunCommand(
        new Verb(
            "score",
            "Read the dataset again and score what has changed – a mended gold label, a new definition – without calling a pipeline.",
            "evalharness score 20261123-101500-helpdesk"),
        terminal,
        time).Build(async (_, run, composition, progress, token) =>
        {
            await run.RelabelAsync(composition.Inputs.SamplesAsync(limit: null, token), token);
            var watch = await SpendWatch.OverAsync(composition.Inputs, run.Manifest.Dataset.Limit, token);
            var evaluation = composition.Evaluation() with { JudgeLimit = watch is null ? null : watch.JudgeLimitAsync };
            return await evaluation.ReportAsync(run, progress, token);
        });
}

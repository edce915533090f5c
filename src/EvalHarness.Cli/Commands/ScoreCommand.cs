using System.CommandLine;
using EvalHarness.Cli.Terminal;

namespace EvalHarness.Cli.Commands;

/// <summary>Scores a recorded run anew.</summary>
internal sealed class ScoreCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly Option<bool> notScored = new("--not-scored") { Description = "Try rows again that were not scored: a judge failed, a program stopped. What has a score is left alone." };

    public Command Build()
    {
        var verb = new Verb(
            "score",
            "Read the dataset again and score what has changed – a mended gold label, a new definition – without calling a pipeline.",
            "evalharness score 20261123-101500-helpdesk",
            "evalharness score 20261123-101500-helpdesk --not-scored") { notScored };
        return new RecordedRunCommand(verb, terminal, time).Build(async (parsed, run, composition, progress, token) =>
        {
            await run.RelabelAsync(composition.Inputs.SamplesAsync(choice: null, token), token);
            var watch = await SpendWatch.OverAsync(composition.Inputs, run.Manifest.Dataset.Choice, token);
            var evaluation = composition.Evaluation() with { JudgeLimit = watch is null ? null : watch.JudgeLimitAsync };
            return await evaluation.ScoreAsync(run, parsed.GetValue(notScored), progress, token);
        });
    }
}

using System.CommandLine;
using EvalHarness.Cli.Terminal;

namespace EvalHarness.Cli.Commands;

/// <summary>Scores a recorded run anew.</summary>
internal sealed class ScoreCommand(TerminalOutput terminal, TimeProvider time)
{
    public Command Build() => new RecordedRunCommand(
        "score",
        "Read the dataset again and score what has changed – a mended gold label, a new definition – without calling a pipeline.",
        terminal,
        time).Build(async (_, run, composition, progress, token) =>
        {
            await run.Store.Samples.UpdateAsync(composition.Inputs.SamplesAsync(run.Manifest.Dataset.Limit, token), token);
            return await composition.Evaluation(time).ReportAsync(run, progress, token);
        });
}

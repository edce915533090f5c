using Spectre.Console;

namespace EvalHarness.Cli.Terminal;

/// <summary>Shows how far work is: a bar where somebody is watching, lines elsewhere.</summary>
internal static class ProgressView
{
    public static async Task<T> ShowAsync<T>(TerminalOutput terminal, SpendMeter spend, TimeProvider time, Func<IEvaluationProgress, Task<T>> work)
    {
        if (!terminal.IsInteractive)
            return await work(new PlainProgress(terminal, spend, time));

        return await terminal.Progress.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bars = new BarProgress(context, spend, time);
                var result = await work(bars);
                bars.Complete();
                return result;
            });
    }
}

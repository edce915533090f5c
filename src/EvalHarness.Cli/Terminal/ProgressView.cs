using Spectre.Console;

namespace EvalHarness.Cli.Terminal;

/// <summary>Shows how far work is: a bar where somebody is watching, lines elsewhere.</summary>
internal static class ProgressView
{
    // With the words beside it, the bar fits into eighty columns.
    private const int BarWidth = 20;

    public static ProgressColumn[] Columns =>
    [
        // Words change their length: last, where they move nothing.
        new ProgressBarColumn { Width = BarWidth }, new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left },
    ];

    public static async Task<T> ShowAsync<T>(TerminalOutput terminal, SpendMeter spend, TimeProvider time, Func<IEvaluationProgress, Task<T>> work)
    {
        if (!terminal.IsInteractive)
            return await work(new PlainProgress(terminal, spend, time));

        return await terminal.Progress.Progress().Columns(Columns).StartAsync(async context =>
        {
            var bars = new BarProgress(context, spend, time);
            var result = await work(bars);
            bars.Complete();
            return result;
        });
    }
}

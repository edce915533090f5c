using System.CommandLine;
using EvalHarness.Cli.Completing;
using EvalHarness.Cli.Terminal;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>What the verbs that work on a recorded run share: finding it, its experiment, and printing its result.</summary>
internal sealed class RecordedRunCommand(Verb verb, TerminalOutput terminal, TimeProvider time)
{
    private readonly Argument<string> run = OutputOptions.Named("run", "A run's id or folder.");
    private readonly Option<string> parent = OutputOptions.Out();
    private readonly Option<string> format = OutputOptions.Format();
    private readonly Option<bool> allowPlugins = new("--allow-plugins") { Description = "Programs and assemblies that the experiment names may be started and loaded." };

    /// <param name="work">What the verb does; the report that comes out of it is printed.</param>
    public Command Build(Func<ParseResult, OpenRun, Composition, IEvaluationProgress, CancellationToken, Task<RunReport>> work)
    {
        run.SuggestsRuns(parent);
        verb.Add(run);
        verb.Add(parent);
        verb.Add(format);
        verb.Add(allowPlugins);
        verb.SetAction(async (parsed, token) =>
        {
            var folder = RunFolder.Find(parsed.GetRequiredValue(run), parsed.GetValue(parent)!);
            await using var opened = OpenRun.Existing(folder);
            using var composition = new Composition(new CompositionOptions(RecordedExperiment.Read(opened.Manifest, terminal), parsed.GetValue(parent)!, parsed.GetValue(allowPlugins), time, terminal.Note));
            if (opened.Manifest.FinishedAt is null)
                terminal.Note($"note: this run is unfinished, and so are its figures. It is resumed by: {opened.Manifest.Command}");
            var report = await ProgressView.ShowAsync(terminal, composition.Spend(), time, progress => work(parsed, opened, composition, progress, token));
            return RunResult.Print(report, folder, parsed.GetValue(format)!, terminal);
        });
        return verb;
    }
}

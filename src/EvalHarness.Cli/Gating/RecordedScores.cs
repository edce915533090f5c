using EvalHarness.Cli.Commands;
using EvalHarness.Cli.Terminal;
using EvalHarness.Experiments;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Gating;

/// <summary>A recorded run with the figures of its stored scores; nothing is called, scored or written.</summary>
internal sealed class RecordedScores : IAsyncDisposable
{
    private readonly Composition composition;

    private RecordedScores(OpenRun run, Composition composition, RunReport report) => (Run, this.composition, Report) = (run, composition, report);

    public OpenRun Run { get; }

    public RunReport Report { get; }

    /// <param name="parent">The folder of runs.</param>
    /// <param name="change">What a command says in place of the experiment.</param>
    /// <exception cref="Inputs.InputException">Another process has the run, or its experiment is gone.</exception>
    public static Task<RecordedScores> ReadAsync(RunFolder folder, string parent, TerminalOutput terminal, TimeProvider time, Func<Experiment, Experiment>? change, CancellationToken cancellationToken) =>
        ReadAsync(OpenRun.Existing(folder), parent, terminal, time, change, cancellationToken);

    /// <summary>The same without taking the run: nothing in its folder changes, not even its lock.</summary>
    /// <exception cref="Inputs.InputException">It is damaged, or its experiment is gone.</exception>
    public static Task<RecordedScores> LookAsync(RunFolder folder, string parent, TerminalOutput terminal, TimeProvider time, CancellationToken cancellationToken) =>
        ReadAsync(OpenRun.ForReading(folder), parent, terminal, time, change: null, cancellationToken);

    /// <summary>After something of the run's manifest was changed: its baseline.</summary>
    public Task<RunReport> ReadAgainAsync(CancellationToken cancellationToken) => composition.Evaluation().ReadAsync(Run, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        composition.Dispose();
        await Run.DisposeAsync();
    }

    private static async Task<RecordedScores> ReadAsync(OpenRun run, string parent, TerminalOutput terminal, TimeProvider time, Func<Experiment, Experiment>? change, CancellationToken cancellationToken)
    {
        Composition? composition = null;
        try
        {
            composition = new Composition(new CompositionOptions((change ?? (e => e))(RecordedExperiment.Read(run.Manifest, terminal)), parent, AllowsPlugins: false, time, terminal.Note));
            return new RecordedScores(run, composition, await composition.Evaluation().ReadAsync(run, cancellationToken));
        }
        catch
        {
            composition?.Dispose();
            await run.DisposeAsync();
            throw;
        }
    }
}

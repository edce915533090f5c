using EvalHarness.Calibration.Labelling;
using EvalHarness.Cli.Terminal;
using EvalHarness.Evaluators;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>A recorded run with what its rows are shown and scored by.</summary>
internal sealed class LabelRun : IAsyncDisposable
{
    private readonly Composition composition;

    private LabelRun(OpenRun run, Composition composition) => (Run, this.composition) = (run, composition);

    public OpenRun Run { get; }

    public IReadOnlyList<IEvaluator> Evaluators => composition.Evaluation().Evaluators;

    public int Seed => composition.Experiment.Seed;

    /// <param name="run">Its id or folder.</param>
    /// <param name="parent">The folder of runs.</param>
    /// <exception cref="InputException">There is no such run, or its experiment is gone.</exception>
    public static LabelRun Open(string run, string parent, TerminalOutput terminal, TimeProvider time)
    {
        var opened = OpenRun.Existing(RunFolder.Find(run, parent));
        // Nothing is called: programs of the experiment are not started.
        return new LabelRun(opened, new Composition(new CompositionOptions(RecordedExperiment.Read(opened.Manifest, terminal), parent, AllowsPlugins: false, time, terminal.Note)));
    }

    public RowPresenter Presenter(LabelTask task) => new(task, new AnswerReader(composition.Experiment.Answer), composition.Inputs.Corpus);

    public async ValueTask DisposeAsync()
    {
        composition.Dispose();
        await Run.DisposeAsync();
    }
}

using System.Text.Json;
using EvalHarness.Evaluators;
using EvalHarness.Experiments;
using EvalHarness.Pipelines;
using EvalHarness.Reports.Csv;
using EvalHarness.Reports.Tables;
using EvalHarness.Runs;

namespace EvalHarness.Tests;

/// <summary>The whole walk in this process: six questions, <c>What is 1 + 1?</c> and so on, through scripted pipelines.</summary>
internal sealed class ScriptedEvaluation : IDisposable, IEvaluationProgress
{
    public const int Samples = 6;

    private readonly TemporaryFolder folder = new();
    private readonly ScriptedPipelines pipelines;
    private CancellationTokenSource stop = new();
    private int traced;

    /// <param name="names">Pipelines, each with its script's name after a colon where that is another one: <c>again:fine</c>.</param>
    public ScriptedEvaluation(ScriptedPipelines pipelines, string run, params IReadOnlyList<string> names)
        : this(pipelines, run, "provider: embedded", names)
    {
    }

    private ScriptedEvaluation(ScriptedPipelines pipelines, string run, string source, IReadOnlyList<string> names)
    {
        this.pipelines = pipelines;
        WriteSamples(i => $"{i + i}");
        folder.Write(
            "experiment.yaml",
            $$"""
            name: sums
            dataset: samples.jsonl
            baseline: {{names[0].Split(':')[0]}}
            run: { {{run}} }
            pipelines:
            {{string.Join('\n', names.Select(n => $"  {n.Split(':')[0]}: {{ model: {{ {source}, name: {n.Split(':')[^1]} }} }}"))}}
            """);
    }

    /// <summary>As on the command line.</summary>
    public string[] Overrides { get; set; } = [];

    /// <summary>What may be spent.</summary>
    public ISpendLimit? SpendLimit { get; set; }

    /// <summary>What is learned of the endpoints' limits each time.</summary>
    public IReadOnlyList<EvalHarness.Pipelines.Endpoints.LimitChange> LimitChanges { get; set; } = [];

    /// <summary>Cancels when so many answers have been told of.</summary>
    public int? StopAfter { get; set; }

    /// <summary>Besides those that every experiment has.</summary>
    public IReadOnlyList<IEvaluator> Evaluators { get; set; } = [];

    /// <summary>What of reasons scores may keep.</summary>
    public ScoreText ScoreText { get; set; } = ScoreText.Open;

    /// <summary>What the run was said to have already.</summary>
    public int Resumed { get; private set; }

    /// <summary>The same with pipelines that say they call an endpoint.</summary>
    public static ScriptedEvaluation CallingEndpoints(ScriptedPipelines pipelines, string run, params IReadOnlyList<string> names) =>
        new(pipelines, run, "endpoint: openai", names);

    public static string Right(PipelineRequest request) => $"{2 * Number(request)}";

    public static int Number(PipelineRequest request) => request.Question["What is ".Length] - '0';

    public void WriteSamples(Func<int, string> gold) => folder.Write(
        "samples.jsonl",
        string.Concat(Enumerable.Range(1, Samples).Select(i => JsonSerializer.Serialize(new { id = $"s{i}", question = $"What is {i} + {i}?", answers = new[] { gold(i) } }) + "\n")));

    /// <summary>Cancels what is under way or begun next.</summary>
    public void Stop() => stop.Cancel();

    /// <summary>As if the program had been started anew.</summary>
    public void Restart()
    {
        stop.Dispose();
        (stop, StopAfter) = (new CancellationTokenSource(), null);
    }

    public Task<RunReport> RunAsync() => WithRunAsync((evaluation, run) => evaluation.RunAsync(run, this, stop.Token), resume: true);

    public Task<RunReport> RetryAsync(bool missingToo = true) => WithRunAsync((evaluation, run) => evaluation.RetryAsync(run, missingToo, this, CancellationToken.None));

    public Task<RunReport> ReportAsync() => WithRunAsync((evaluation, run) => evaluation.ReportAsync(run, this, CancellationToken.None));

    public Task<RunReport> ScoreAsync(bool notScoredToo = false) => WithRunAsync(async (evaluation, run) =>
    {
        await run.RelabelAsync(evaluation.Inputs.SamplesAsync(run.Manifest.Dataset.Choice, default), default);
        return await evaluation.ScoreAsync(run, notScoredToo, this, default);
    });

    /// <summary>samples.csv by its header, in its order.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows()
    {
        var lines = CsvText.Read(File.ReadAllText(Path.Combine(Folder.FullPath, "samples.csv")));
        return [.. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(c => c.First, c => c.Second))];
    }

    public RunFolder Folder => new(Directory.GetDirectories(folder["reports"]).Single());

    void IEvaluationProgress.Replaying(int workItems, int done) => Resumed = done;

    void IEvaluationProgress.Traced(Trace trace)
    {
        if (Interlocked.Increment(ref traced) == StopAfter)
            Stop();
    }

    void IEvaluationProgress.Scoring(int scores)
    {
    }

    void IEvaluationProgress.Scored()
    {
    }

    void IEvaluationProgress.Reporting()
    {
    }

    public void Dispose()
    {
        stop.Dispose();
        folder.Dispose();
    }

    private async Task<RunReport> WithRunAsync(Func<Evaluation, OpenRun, Task<RunReport>> work, bool resume = false)
    {
        var inputs = new ExperimentInputs(ExperimentReader.Read(folder["experiment.yaml"], Overrides));
        var evaluation = new Evaluation(inputs, [pipelines], [.. EvaluatorCatalog.For(inputs, EvaluatorParts.Offline), .. Evaluators], [new TableWriter(new SummaryTable(), new CsvFormat()), new TableWriter(new SamplesTable(), new CsvFormat())], TimeProvider.System) { SpendLimit = SpendLimit is { } limit ? (_, _) => Task.FromResult(limit) : null, LimitChanges = () => LimitChanges, ScoreText = ScoreText };
        await using var run = await OpenAsync(inputs, resume);
        return await work(evaluation, run);
    }

    private async Task<OpenRun> OpenAsync(ExperimentInputs inputs, bool resume)
    {
        var opening = new RunOpening(inputs, inputs.Experiment.Pipelines.WithContentHashes([pipelines]), folder["reports"], Choice: null, "evalharness run sums", TimeProvider.System);
        if (!Directory.Exists(folder["reports"]))
            return (await opening.OpenAsync(alwaysNew: false, [], default)).Run;
        return resume ? opening.Resume(Folder, []) : OpenRun.Existing(Folder);
    }
}

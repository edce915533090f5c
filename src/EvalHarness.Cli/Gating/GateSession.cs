using EvalHarness.Cli.Commands;
using EvalHarness.Cli.Terminal;
using EvalHarness.Gates;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Gating;

/// <summary>The recorded runs that a gate reads, held open until it has judged.</summary>
/// <param name="parent">The folder of runs.</param>
internal sealed class GateSession(string parent, TerminalOutput terminal, TimeProvider time) : IAsyncDisposable
{
    private const string Elsewhere = "run:";

    private readonly List<RecordedScores> opened = [];

    /// <summary>All that is known of a run that was judged.</summary>
    public RunReport Report(GateRun judged) => Opened(judged).Report;

    public RunFolder Folder(GateRun judged) => Opened(judged).Run.Folder;

    /// <summary>Pairs the policy's sections with runs, and each run's candidate with its baseline.</summary>
    /// <exception cref="InputException">A run, pipeline or section has no counterpart.</exception>
    public async Task<IReadOnlyList<GateRun>> RunsAsync(Policy policy, IReadOnlyList<string> runs, string? candidate, string? baseline, CancellationToken cancellationToken)
    {
        foreach (var run in runs)
            await OpenAsync(run, cancellationToken);
        var left = opened.ToList();
        List<GateRun> judged = [];
        foreach (var section in policy.Sections.OrderByDescending(s => s.Experiment is null))
            judged.Add(await JudgedAsync(section, Taken(left, section, policy), candidate, baseline, cancellationToken));
        return left.Count == 0
            ? judged
            : throw new InputException(new InputProblem(left[0].Run.Folder.Id, "the policy has no section for this run", $"Leave it out, or add runs: {left[0].Run.Manifest.Name}: to {policy.File}."));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var run in opened)
            await run.DisposeAsync();
    }

    private RecordedScores Opened(GateRun judged) => opened.First(o => o.Run.Manifest.Id == judged.Candidate.Run.Id);

    private static RecordedScores Taken(List<RecordedScores> left, PolicySection section, Policy policy)
    {
        var found = section.Experiment is { } name ? left.Find(r => r.Run.Manifest.Name == name) : left.FirstOrDefault();
        if (found is null)
            throw new InputException(new InputProblem(policy.File, section.Experiment is { } missing ? $"no run of experiment '{missing}' is given" : "no run is given", "Name a run for every section of the policy."));
        left.Remove(found);
        return found;
    }

    private async Task<GateRun> JudgedAsync(PolicySection section, RecordedScores scores, string? candidate, string? baseline, CancellationToken cancellationToken)
    {
        var candidateSide = Side(scores, candidate ?? OnlyOther(scores), "--candidate");
        return new GateRun
        {
            Section = section,
            Candidate = candidateSide,
            Baseline = await BaselineAsync(scores, candidateSide, baseline ?? scores.Run.Manifest.Baseline, cancellationToken),
            Scorers = scores.Report.ScorerErrors,
            Badges = [.. opened.SelectMany(o => o.Report.Badges).Distinct()],
        };
    }

    private async Task<GateSide> BaselineAsync(RecordedScores scores, GateSide candidate, string baseline, CancellationToken cancellationToken)
    {
        var side = baseline.StartsWith(Elsewhere, StringComparison.Ordinal)
            ? await ElsewhereAsync(baseline[Elsewhere.Length..], candidate.Pipeline, cancellationToken)
            : Side(scores, baseline, "--baseline");
        return (side.Pipeline, side.Run.Id) != (candidate.Pipeline, candidate.Run.Id)
            ? side
            : throw new InputException(new InputProblem("--baseline", $"'{side.Pipeline}' is the candidate itself", "Name another pipeline, or a run that has the older answers: --baseline run:<id>."));
    }

    // A run's folder may have slashes of its own.
    private async Task<GateSide> ElsewhereAsync(string named, string pipeline, CancellationToken cancellationToken)
    {
        var slash = named.LastIndexOf('/');
        return slash < 0 || RunFolder.IsRun(named, parent)
            ? Side(await OpenAsync(named, cancellationToken), pipeline, "--baseline")
            : Side(await OpenAsync(named[..slash], cancellationToken), named[(slash + 1)..], "--baseline");
    }

    private static GateSide Side(RecordedScores scores, string named, string option)
    {
        const string ByCheckpoint = "checkpoint:";
        var manifest = scores.Run.Manifest;
        if (!named.StartsWith(ByCheckpoint, StringComparison.Ordinal))
            return new GateSide(manifest, scores.Report.Scores, PipelineNames.Known(named, option, manifest.Pipelines));
        var checkpoint = RunRegistry.Resolve(named[ByCheckpoint.Length..], manifest, option);
        return manifest.Pipelines.Where(p => GateSide.CheckpointOf(p) == checkpoint).ToList() switch
        {
            [var only] => new GateSide(manifest, scores.Report.Scores, only.Name),
            [] => throw new InputException(new InputProblem(option, $"no pipeline of run {manifest.Id} answers with checkpoint '{checkpoint}'", $"There are: {string.Join(", ", manifest.Pipelines.Select(GateSide.CheckpointOf).OfType<string>().Distinct())}.")),
            var several => throw new InputException(new InputProblem(option, $"{several.Count} pipelines answer with checkpoint '{checkpoint}'", $"Name one of them: {string.Join(", ", several.Select(p => p.Name))}.")),
        };
    }

    private static string OnlyOther(RecordedScores scores)
    {
        var manifest = scores.Run.Manifest;
        string[] others = [.. manifest.Pipelines.Select(p => p.Name).Where(n => n != manifest.Baseline)];
        return others is [var only]
            ? only
            : throw new InputException(new InputProblem("--candidate", "nothing says which pipeline is in question", $"Name one of {string.Join(", ", others)}, here or in the policy."));
    }

    private async Task<RecordedScores> OpenAsync(string run, CancellationToken cancellationToken)
    {
        var folder = RunFolder.Find(run, parent);
        if (opened.Find(o => o.Run.Folder == folder) is { } already)
            return already;
        if (folder.ReadManifest().Dataset.Filter is not null)
            throw new InputException(new InputProblem(folder.Id, "its samples were chosen (--filter, --sample-id or --only-failing)", "A verdict is of the whole split: run it without the choice, and name slices in the policy."));
        var scores = await RecordedScores.ReadAsync(folder, parent, terminal, time, change: null, cancellationToken);
        opened.Add(scores);
        return scores;
    }
}

using System.Runtime.CompilerServices;
using EvalHarness.Imports.Rows;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness.Imports.Recorded;

/// <summary>The answers of one pipeline of a run of our own. The run is only read.</summary>
internal sealed class RunRecording(string folder, RecordedSettings settings, string place)
{
    /// <exception cref="InputException">Something other than the pipeline is asked for.</exception>
    public static void Check(RecordedSettings settings, string place)
    {
        if (settings.Map.Count > 0)
            throw new InputException(new InputProblem($"{place}: map", "a run of our own needs no map", "Remove it."));
        if (settings.Scores.Count > 0)
            throw new InputException(new InputProblem($"{place}: scores", "a run of our own is scored anew", "Remove it."));
        if (settings.Where?.FirstOrDefault(w => w.Key != "pipeline").Key is { } other)
            throw new InputException(new InputProblem($"{place}: where", $"a run has no column '{other}'", "Write where: { pipeline: name }."));
    }

    /// <summary>Over the run's answers: its scores may be made anew.</summary>
    /// <exception cref="InputException">There is no run.</exception>
    public static string ContentHash(string folder) => HashAsync(folder).GetAwaiter().GetResult();

    /// <exception cref="InputException">There is no such run or pipeline, or it is not finished.</exception>
    public async IAsyncEnumerable<RecordedAnswer> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = RunFolder.Find(folder, Path.GetDirectoryName(folder)!);
        var pipeline = Pipeline(run.ReadManifest());
        await using var store = RunStore.OpenExisting(run);
        await foreach (var row in store.Scores.RowsAsync([], cancellationToken))
            if (row.Pipeline == pipeline)
                yield return Answer(run, row);
    }

    private static async Task<string> HashAsync(string folder)
    {
        var run = RunFolder.Find(folder, Path.GetDirectoryName(folder)!);
        await using var store = RunStore.OpenExisting(run);
        var hash = Inputs.ContentHash.Of(run.ReadManifest().ManifestHash);
        await foreach (var row in store.Scores.RowsAsync([], CancellationToken.None))
            hash = Inputs.ContentHash.Of(hash, row.Pipeline, row.Trace.WorkItem, row.Trace.Answer?.Text ?? row.Trace.Error?.ToString() ?? "");
        return hash;
    }

    private RecordedAnswer Answer(RunFolder run, ResultRow row) => new(
        $"{run.Id}: sample '{row.Sample.Id}'",
        row.Sample.Messages is [.., var last] ? last.Content : row.Sample.Question,
        row.Sample.Id,
        row.Repeat,
        row.Trace.Answer is { } answer ? Recorded(answer, row.Trace) : null,
        row.Trace.Error?.ToString())
    {
        Stages = row.Trace.Stages,
        Calls = row.Trace.Calls,
    };

    private Answer Recorded(Answer answer, Trace trace) => answer with
    {
        IsRecorded = true,
        RecordedLatency = trace.HasLatency && (answer.IsRecorded || !trace.Calls.Any(c => c.FromCache)) ? trace.ServiceLatency : null,
        Model = settings.PriceAs ?? answer.Model,
    };

    private string Pipeline(RunManifest manifest)
    {
        string[] names = [.. manifest.Pipelines.Select(p => p.Name)];
        var wanted = RowFilter.Values(settings.Where).GetValueOrDefault("pipeline");
        if (wanted is null && names is [var only])
            return only;
        return wanted is not null && names.Contains(wanted, StringComparer.Ordinal)
            ? wanted
            : throw new InputException(new InputProblem(
                $"{place}: where",
                wanted is null ? $"run {manifest.Id} has several pipelines" : $"run {manifest.Id} has no pipeline '{wanted}'",
                $"Write where: {{ pipeline: … }}, one of {string.Join(", ", names)}."));
    }
}

using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Correctness;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness.Experiments.Freshness;

/// <summary>Measures how long a changed fact takes to reach a pipeline's answer, and leaves everything as it was.</summary>
/// <remarks>
/// The clock starts when the change is made and stops at the first fresh answer; polling adds half of its interval on average, and the answer's own time is a part of the lag.
/// A pipeline is built anew before and after the update, as it would be deployed.
/// </remarks>
/// <param name="build">Builds a pipeline from what is served now.</param>
public sealed class FreshnessProber(Experiment experiment, string? responseSchema, IFactChange change, ProbePrograms programs, Func<PipelineSpec, CancellationToken, Task<IPipeline>> build, TimeProvider time)
{
    private readonly FreshnessOptions options = experiment.Freshness!;
    private readonly AnswerReader reader = new(experiment.Answer);
    private readonly CorrectnessEvaluator evaluator = new(new AnswerReader(experiment.Answer));
    private readonly PipelineCaller caller = new(new ConcurrencyPermits(1), TimeSpan.FromSeconds(experiment.Run.TimeoutSeconds), time);

    /// <exception cref="NotRestoredException">The change could not be taken back.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the change was taken back.</exception>
    public async Task<FreshnessProbe> ProbeAsync(Sample fact, PipelineSpec spec, CancellationToken cancellationToken)
    {
        var before = await AskAsync(fact, spec, await build(spec, cancellationToken), 0, cancellationToken);
        if (before is null)
            return new FreshnessProbe(spec.Name, fact.Id, ProbeStatus.AlreadyFresh, null, null, 0, "the answer was the fresh one before the change");
        FreshnessProbe? probe = null;
        try
        {
            probe = await change.ApplyAsync(fact, cancellationToken) is { } why
                ? new FreshnessProbe(spec.Name, fact.Id, ProbeStatus.NotChanged, null, null, 0, why)
                : await MeasureAsync(fact, spec, cancellationToken);
            return probe;
        }
        finally
        {
            await RestoreAsync(fact, spec, probe);
        }
    }

    private async Task<FreshnessProbe> MeasureAsync(Sample fact, PipelineSpec spec, CancellationToken cancellationToken)
    {
        var changed = time.GetTimestamp();
        TimeSpan? updated = null;
        if (Update(spec) is { } update)
        {
            var failed = await programs.RunAsync(update, fact, "update", cancellationToken);
            updated = time.GetElapsedTime(changed);
            if (failed is not null)
                return new FreshnessProbe(spec.Name, fact.Id, ProbeStatus.Censored, updated, updated, 0, $"the update failed: {failed}");
        }

        return await PollAsync(fact, spec, changed, updated, cancellationToken);
    }

    private async Task<FreshnessProbe> PollAsync(Sample fact, PipelineSpec spec, long changed, TimeSpan? updated, CancellationToken cancellationToken)
    {
        var waiting = time.GetTimestamp();
        var pipeline = await build(spec, cancellationToken);
        for (var polls = 1; ; polls++)
        {
            var why = await AskAsync(fact, spec, pipeline, polls, cancellationToken);
            var lag = time.GetElapsedTime(changed);
            if (why is null)
                return new FreshnessProbe(spec.Name, fact.Id, ProbeStatus.Fresh, lag, updated, polls, "");
            if (time.GetElapsedTime(waiting).TotalSeconds + options.PollSeconds > options.TimeoutSeconds)
                return new FreshnessProbe(spec.Name, fact.Id, ProbeStatus.Censored, lag, updated, polls, $"no fresh answer yet: {why}");
            await Task.Delay(TimeSpan.FromSeconds(options.PollSeconds), time, cancellationToken);
        }
    }

    /// <returns>Why the answer is not fresh; absent when it is.</returns>
    private async Task<string?> AskAsync(Sample fact, PipelineSpec spec, IPipeline pipeline, int number, CancellationToken cancellationToken)
    {
        var item = WorkItem.Plan(fact, spec, repeat: 0, responseSchema);
        var call = await caller.CallAsync(new WorkAttempt(item, number), pipeline, cancellationToken);
        var scores = await evaluator.EvaluateAsync(fact, call.Trace, cancellationToken);
        var fresh = scores.Single(s => s.Metric == "fresh-answer");
        return fresh.Value > 0 ? null : new Excerpt([]).Start(call.Trace.Answer is { } answer ? reader.Read(answer).Text : $"{call.Trace.Error}");
    }

    // Neither Ctrl-C nor a failure may leave the change behind: only the programs' own limits end this.
    private async Task RestoreAsync(Sample fact, PipelineSpec spec, FreshnessProbe? probe)
    {
        var why = await change.RestoreAsync(fact, CancellationToken.None);
        why ??= Update(spec) is { } update ? await programs.RunAsync(update, fact, "update", CancellationToken.None) : null;
        if (why is not null)
            throw new NotRestoredException(new InputProblem($"freshness, {spec.Name}", $"the change of {fact.Id} could not be taken back: {why}", "Put the older state back and update the pipeline, then probe again."), probe);
    }

    private ProbeCommand? Update(PipelineSpec spec) => options.Pipelines[spec.Name].Update;
}

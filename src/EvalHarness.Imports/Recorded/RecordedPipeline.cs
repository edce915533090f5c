using EvalHarness.Pipelines;

namespace EvalHarness.Imports.Recorded;

/// <summary>Looks answers up that were made elsewhere.</summary>
public sealed class RecordedPipeline(Recording recording) : IPipeline
{
    public Task<Answer> AnswerAsync(PipelineRequest request, StageClock clock, CancellationToken cancellationToken)
    {
        var found = recording.Find(request.Question, clock.Calls.Repeat);
        foreach (var (stage, time) in found.Stages)
            clock.Record(new Stage(stage), time);
        // Nobody is paid again for what was paid when it was recorded, and what failed then was never used.
        foreach (var call in found.Calls.Where(c => !c.HasFailed))
            clock.Calls.Add(call with { FromCache = true, Tries = [], Queued = TimeSpan.Zero, LostTime = TimeSpan.Zero });
        return Task.FromResult(found.Answer!);
    }
}

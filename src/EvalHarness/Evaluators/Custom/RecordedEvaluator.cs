using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Custom;

/// <summary>Reads a score that the answer was given where it was made.</summary>
/// <remarks>Unit and direction are the user's to say. What judged, and how well, the recording does not tell: it is never scored again, nor corrected.</remarks>
/// <param name="names">Slice (<c>tag=value</c>; absent for all samples) → the recorded score.</param>
internal sealed class RecordedEvaluator(IReadOnlyList<(string? Slice, string Score)> names, Metric metric) : IEvaluator
{
    public string Definition => $"{metric.DefinitionId}";

    public IReadOnlyList<Metric> Metrics => [metric];

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) =>
        ValueTask.FromResult(trace.Answer is { } answer ? [Read(sample, answer)] : Metrics.Failed(trace.Failure()));

    private Score Read(Sample sample, Answer answer)
    {
        if (names.FirstOrDefault(n => n.Slice is null || IsOf(sample, n.Slice)).Score is not { } name)
            return metric.NotApplicable("the sample is of none of its slices");
        if (answer.RecordedScores?.TryGetValue(name, out var value) is not true)
            return metric.NotScored($"the recording has no score '{name}'");
        return metric.Unit.Fault(value) is { } fault ? metric.NotScored($"the recorded score cannot be: {fault}") : metric.Scored(value, $"recorded as {name}");
    }

    private static bool IsOf(Sample sample, string slice)
    {
        var at = slice.IndexOf('=', StringComparison.Ordinal);
        return sample.Tags.TryGetValue(slice[..at], out var value) && value == slice[(at + 1)..];
    }
}

using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness;

/// <summary>Writes down what was taken by an answer that does not count: it only warmed its pipeline up, or its endpoint broke it off.</summary>
internal static class UncountedEntry
{
    private const string Unnamed = "a model that the pipeline does not name";

    /// <summary>Empty when nobody was paid.</summary>
    /// <param name="pays">Whether the pipeline's model is paid.</param>
    public static IReadOnlyList<PreparationEntry> OfWarmUp(Trace trace, bool pays)
    {
        var what = $"warm-up of {trace.Pipeline}, {trace.SampleId}";
        if (trace.Calls.Count > 0)
            return [Called(trace, what)];
        return pays && trace.Answer is { } answer ? [Entry(trace, what, answer.Model ?? Unnamed, answer.Usage)] : [];
    }

    /// <summary>Empty when nobody can have been paid: every call failed before it was worked on, or came from the response cache.</summary>
    public static IReadOnlyList<PreparationEntry> OfBrokenOff(Trace trace) =>
        trace.Calls.Any(c => !c.FromCache && (!c.HasFailed || c.MayBeBilled))
            ? [Called(trace, $"broken off: {trace.Pipeline}, {trace.SampleId}") with { IsUnfinished = true }]
            : [];

    private static PreparationEntry Called(Trace trace, string what) =>
        Entry(trace, what, string.Join(" and ", trace.Calls.Select(c => c.Model).OfType<string>().Distinct()), Usage(trace.Calls)) with { Calls = trace.Calls };

    private static PreparationEntry Entry(Trace trace, string what, string models, TokenUsage? usage) =>
        new(what, models.Length == 0 ? Unnamed : models, usage, trace.FeltLatency, trace.StartedAt, FromCache: false) { Pipeline = trace.Pipeline };

    private static TokenUsage? Usage(IReadOnlyList<ModelCall> calls)
    {
        var made = calls.Select(c => c.Usage).OfType<TokenUsage>().ToList();
        return made.Count == 0 ? null : new TokenUsage(made.Sum(u => u.Input), made.Sum(u => u.Output)) { Calls = made.Count };
    }
}

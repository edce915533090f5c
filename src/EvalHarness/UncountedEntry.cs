using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness;

/// <summary>Writes down what an answer took that only warmed its pipeline up.</summary>
internal static class WarmUpEntry
{
    private const string Unnamed = "a model that the pipeline does not name";

    /// <summary>Empty when nobody was paid.</summary>
    /// <param name="pays">Whether the pipeline's model is paid.</param>
    public static IReadOnlyList<PreparationEntry> Of(Trace trace, bool pays)
    {
        var what = $"warm-up of {trace.Pipeline}, {trace.SampleId}";
        if (trace.Calls.Count > 0)
            return [Entry(trace, what, string.Join(" and ", trace.Calls.Select(c => c.Model).OfType<string>().Distinct()), Usage(trace.Calls)) with { Calls = trace.Calls }];
        return pays && trace.Answer is { } answer ? [Entry(trace, what, answer.Model ?? Unnamed, answer.Usage)] : [];
    }

    private static PreparationEntry Entry(Trace trace, string what, string models, TokenUsage? usage) =>
        new(what, models.Length == 0 ? Unnamed : models, usage, trace.FeltLatency, trace.StartedAt, FromCache: false);

    private static TokenUsage? Usage(IReadOnlyList<ModelCall> calls)
    {
        var made = calls.Select(c => c.Usage).OfType<TokenUsage>().ToList();
        return made.Count == 0 ? null : new TokenUsage(made.Sum(u => u.Input), made.Sum(u => u.Output)) { Calls = made.Count };
    }
}

using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace My;

/// <summary>Whether an answer says one of the phrases that the experiment lists.</summary>
/// <remarks>The constructor may ask for the metric (id, settings, folder), for the reader of answers, for both or for neither.</remarks>
public sealed class Polite(MetricSource metric, AnswerReader reader) : IEvaluator
{
    private readonly Metric polite = new(metric.Id, Unit.YesNo, Direction.Higher, "1");
    private readonly string[] phrases = [.. metric.Settings["phrases"]!.AsArray().Select(p => p!.GetValue<string>())];

    // What scores depend on besides settings and code: those are hashed by the harness.
    public string Definition => "polite/1";

    public IReadOnlyList<Metric> Metrics => [polite];

    // Rows without an answer do not come here: they are failed.
    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Score>>([Score(reader.Read(trace.Answer!))]);

    private Score Score(Reply reply)
    {
        if (reply.IsAbstention)
            return polite.NotApplicable("the answer abstains");
        return Array.Find(phrases, p => reply.Text.Contains(p, StringComparison.OrdinalIgnoreCase)) is { } said
            ? polite.Scored(true, $"it says \"{said}\"")
            : polite.Scored(false, "it says none of the phrases");
    }
}

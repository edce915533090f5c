using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Plugin;

/// <summary>Does what its settings say that a careless class may do.</summary>
public sealed class Careless(MetricSource metric) : IEvaluator
{
    private readonly string does = metric.Settings["does"]?.GetValue<string>() ?? "";

    public string Definition => does == "throws in Definition" ? throw new InvalidOperationException("not yet") : "careless/1";

    public IReadOnlyList<Metric> Metrics => does switch
    {
        "measures nothing" => [],
        "is called otherwise" => [new("other", Unit.Ratio, Direction.Higher, "1")],
        "has a stray metric" => [Main, new("stray", Unit.Ratio, Direction.Higher, "1")],
        _ => [Main, new($"{metric.Id}-more", Unit.Usd, Direction.Lower, "1")],
    };

    private Metric Main => new(metric.Id, Unit.Ratio, Direction.Higher, "1");

    public async ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken)
    {
        switch (does)
        {
            case "throws":
                throw new InvalidOperationException("the model is gone");
            case "cancels":
                throw new OperationCanceledException();
            case "hangs":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "waits":
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case "returns null":
                return null!;
            case "returns one":
                return [Main.Scored(1)];
        }

        return [First(), new Score($"{metric.Id}-more", Outcome.Scored, 0.5, null)];
    }

    private Score First() => does switch
    {
        "returns NaN" => Main.Scored(double.NaN),
        "is out of range" => Main.Scored(1.5),
        "has no value" => new Score(metric.Id, Outcome.Scored, null, null),
        "has no reason" => new Score(metric.Id, Outcome.NotScored, null, null),
        "scores another" => new Score("other", Outcome.Scored, 1, null),
        "leaves one out" => null!,
        _ => Main.Scored(1, "all is well"),
    };
}

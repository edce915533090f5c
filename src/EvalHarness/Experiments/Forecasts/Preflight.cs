using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Chat;

namespace EvalHarness.Experiments.Forecasts;

/// <summary>Estimates calls, tokens, money and time of a run from its prompts; nothing is called and nothing is written.</summary>
public sealed class Preflight(ExperimentInputs inputs)
{
    private static readonly Dictionary<string, string> Items = new(StringComparer.Ordinal) { ["chat"] = "answers", ["service"] = "answers" };

    private Experiment Experiment => inputs.Experiment;

    /// <param name="choice">Rows of the split; all of them when absent.</param>
    /// <exception cref="InputException">Something that the experiment names is missing or wrong.</exception>
    public async Task<Forecast> ForecastAsync(SampleChoice? choice, CancellationToken cancellationToken)
    {
        var (samples, longest) = (0, 0L);
        await foreach (var sample in inputs.SamplesAsync(choice, cancellationToken))
            (samples, longest) = (samples + 1, Math.Max(longest, ReplyLength.Gold(sample)));

        var sums = Experiment.Pipelines.Select(p => new PipelineSum(p, Estimator(p), inputs.Prices)).ToList();
        var (length, judges, place) = (new ReplyLength(longest), new JudgeForecast(inputs), 0);
        await foreach (var sample in inputs.SamplesAsync(choice, cancellationToken))
        {
            var (request, reply) = (PipelineRequest.For(sample, inputs.AnswerSchema), length.Of(sample));
            foreach (var sum in sums)
                sum.Add(request, reply, Experiment.Run.Repeats + (place < sum.WarmUp(Experiment.Run) ? 1 : 0));
            judges.Add(sample, Experiment.Run.Repeats);
            place++;
        }

        var (pricer, duration) = (inputs.Pricer, new CallDuration(Experiment.Run, Experiment.Endpoints));
        return new Forecast(samples, [.. sums.SelectMany(s => s.Items(pricer.IsUnpaid(s.Pipeline), duration))], Assumptions()) { Judges = judges.Items(duration) };
    }

    private static ICallEstimator Estimator(PipelineSpec pipeline) =>
        pipeline.Kind == ChatPipelineFactory.ChatKind ? new ChatCallEstimator(pipeline) : new ForeignCallEstimator(pipeline);

    private IReadOnlyList<string> Assumptions() =>
    [
        "Tokens are counted as o200k has them; passages are at least the shortest of their corpus, and at most the longest. An index that pipelines share is paid once.",
        ReplyLength.Assumption,
        CallDuration.Assumption,
        $"Neither the response cache nor a provider's has anything, and every call succeeds at its first try; {WarmUps()} are counted.",
        Experiment.Judges.Count == 0 ? "No model judges answers: judging costs nothing." : JudgeForecast.Assumption,
        .. inputs.Prices.Sources.Select(s => $"Prices: {s.File} of {s.Date}, {s.Source}."),
    ];

    private string WarmUps() => string.Join(", ", Experiment.Pipelines.GroupBy(p => Experiment.Run.WarmUpOf(p)).OrderBy(g => g.Key).Select(g =>
        $"{(g.Key == 0 ? "no" : g.Key)} warm-up answers{(g.Count() == Experiment.Pipelines.Count ? " per pipeline" : $" of {string.Join(" and ", g.Select(p => p.Name))}")}"));

    /// <summary>One pipeline's calls, kind by kind.</summary>
    private sealed class PipelineSum(PipelineSpec spec, ICallEstimator estimator, Evaluators.Cost.PriceTable prices)
    {
        private readonly Dictionary<string, ItemSum> answers = new(StringComparer.Ordinal);

        public string Pipeline => spec.Name;

        public int WarmUp(Runs.RunOptions run) => run.WarmUpOf(spec);

        public void Add(PipelineRequest request, TokenRange reply, int times)
        {
            foreach (var call in estimator.Calls(request, reply))
            {
                if (!answers.TryGetValue(call.Kind, out var sum))
                    answers[call.Kind] = sum = new ItemSum(prices, call);
                sum.Add(call, times);
            }
        }

        public IEnumerable<ForecastItem> Items(bool isUnpaid, CallDuration duration) =>
        [
            .. answers.Select(a => a.Value.Item(Pipeline, Preflight.Items.GetValueOrDefault(a.Key, a.Key), !(isUnpaid && Preflight.Items.ContainsKey(a.Key)), duration)),
            .. estimator.Preparation.Select(call => Prepared(call, duration)),
        ];

        private ForecastItem Prepared(CallEstimate call, CallDuration duration)
        {
            var sum = new ItemSum(prices, call);
            sum.Add(call, 1);
            return sum.Item(Pipeline, ForecastItem.Index, isPaid: true, duration);
        }
    }
}

using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Retrieval;

namespace EvalHarness.Experiments.Forecasts;

/// <summary>Estimates what judges would be asked: nothing tells before answers are there, so gold answers stand in for them.</summary>
internal sealed class JudgeForecast
{
    private const int ClaimsPerCall = 8;

    private static readonly TokenRange EvidenceOfAClaim = new(40, 1200);
    private static readonly TokenRange ReplyOnAClaim = new(30, 120);
    private static readonly TokenRange ReplyByRubric = new(20, 120);

    private readonly ExperimentInputs inputs;
    private readonly Dictionary<string, ItemSum> sums = new(StringComparer.Ordinal);
    private readonly long claimPrompt = O200k.Count(JudgePrompts.Claims) + O200k.Count(JudgePrompts.Rules);
    private readonly long rubricPrompt = 2 * O200k.Count(JudgePrompts.Rubric) + O200k.Count(JudgePrompts.Rules);

    public JudgeForecast(ExperimentInputs inputs) => this.inputs = inputs;

    public static string Assumption =>
        "A judge is asked as if every answer were the gold answer with a citation in each sentence; no reply is unreadable, and nothing comes from the response cache. " +
        $"A claim brings {EvidenceOfAClaim.Low} to {EvidenceOfAClaim.High} tokens of evidence.";

    private Experiment Experiment => inputs.Experiment;

    /// <param name="repeats">Answers of each pipeline.</param>
    public void Add(Sample sample, int repeats)
    {
        var gold = sample.Answers.Count == 0 ? "" : sample.Answers[0];
        var text = O200k.Count(sample.Question) + (2L * O200k.Count(gold));
        foreach (var pipeline in Experiment.Pipelines)
        {
            if (Experiment.Verifier.Kind == JudgeVerifier.Kind)
                Verify(Asked((string?)Experiment.Verifier.Settings["judge"]), gold, text, pipeline, repeats);
            if (Experiment.Correctness is { } correctness && gold.Length > 0)
                Ask(Asked(correctness.Judge), 2, claimPrompt + text, ClaimSplitter.SplitOrWhole(gold).Count, repeats);
            foreach (var metric in Experiment.Metrics.Where(m => m.Kind == RubricMetricFactory.RubricKind))
                Ask(Asked((string?)metric.Settings["judge"]), 1, rubricPrompt + text, 0, repeats);
        }
    }

    public IReadOnlyList<ForecastItem> Items(CallDuration duration) => [.. sums.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value.Item(s.Key, "judge", isPaid: true, duration))];

    private JudgeSource? Asked(string? name) => Experiment.Judges.FirstOrDefault(j => name is null || j.Name == name);

    private void Verify(JudgeSource? judge, string gold, long text, PipelineSpec pipeline, int repeats)
    {
        var claims = ClaimSplitter.Split(gold).Count;
        if (claims == 0)
            return;
        var batches = (claims + ClaimsPerCall - 1) / ClaimsPerCall;
        var bodies = (inputs.Corpus is null ? 0 : 1) + (pipeline.Settings.ContainsKey("retrieval") ? 1 : 0);
        Ask(judge, bodies * batches, claimPrompt + text, Math.Min(claims, ClaimsPerCall), repeats);
        // A sentence with one citation is asked once for it all and once for the citation alone.
        if (inputs.Corpus is not null)
            Ask(judge, 2 * claims, claimPrompt + text, 1, repeats);
    }

    private void Ask(JudgeSource? judge, int calls, long prompt, int claims, int repeats)
    {
        if (judge is null || calls == 0)
            return;
        var most = judge.Model.MaxTokens ?? int.MaxValue;
        var reply = claims == 0 ? ReplyByRubric : new TokenRange(claims * ReplyOnAClaim.Low, claims * ReplyOnAClaim.High);
        var call = new CallEstimate(
            "chat",
            judge.Model.Endpoint,
            judge.Model.PriceAs ?? judge.Model.Name,
            new TokenRange(prompt + (claims * EvidenceOfAClaim.Low), prompt + (claims * EvidenceOfAClaim.High)),
            new TokenRange(Math.Min(most, reply.Low), Math.Min(most, reply.High)));
        if (!sums.TryGetValue(judge.Name, out var sum))
            sums[judge.Name] = sum = new ItemSum(inputs.Prices, call);
        sum.Add(call, (long)calls * repeats * judge.Repeats * (judge.BothOrders ? 2 : 1));
    }
}

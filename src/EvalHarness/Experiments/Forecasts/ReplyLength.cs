using EvalHarness.Datasets;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Retrieval;

namespace EvalHarness.Experiments.Forecasts;

/// <summary>How long replies are taken to be: nothing tells before a model has been asked, so gold answers stand in for them.</summary>
/// <param name="longest">Tokens of the longest gold answer of the samples.</param>
internal sealed class ReplyLength(long longest)
{
    private const int Times = 4;
    private const int Frame = 100;
    private const int Abstention = 8;

    public static string Assumption => $"A reply is at least as long as the sample's gold answer, and at most max_tokens or, where the model has none, {Times} times the longest gold answer and {Frame} tokens around it.";

    public static long Gold(Sample sample) => (sample.Answers.Count == 0 ? Abstention : O200k.Count(sample.Answers[0])) + (sample.Expected is { } expected ? O200k.Count(expected.ToJsonString()) : 0);

    public TokenRange Of(Sample sample) => new(Gold(sample), (Times * longest) + Frame);
}

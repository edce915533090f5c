using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Plugin;

/// <summary>Asks its maker for something that nobody has.</summary>
public sealed class Greedy(HttpClient client) : IEvaluator
{
    public string Definition => $"greedy {client}";

    public IReadOnlyList<Metric> Metrics => [];

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) => throw new NotSupportedException();
}

/// <summary>Cannot be made.</summary>
public sealed class Stillborn : IEvaluator
{
    public Stillborn() => throw new InvalidOperationException("the licence has run out");

    public string Definition => "";

    public IReadOnlyList<Metric> Metrics => [];

    public ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken) => throw new NotSupportedException();
}

/// <summary>A verifier that does what its settings say.</summary>
public sealed class CarelessVerifier(VerifierSource source) : IClaimVerifier
{
    public string Definition => "careless-verifier/1";

    public async ValueTask<IReadOnlyList<ClaimVerdict>> VerifyAsync(string question, string answer, IEvidence evidence, CancellationToken cancellationToken)
    {
        switch (source.Settings["does"]?.GetValue<string>())
        {
            case "throws":
                throw new InvalidOperationException("out of memory");
            case "waits":
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
        }

        return [new ClaimVerdict(answer, double.NaN, true, null, null, null)];
    }
}

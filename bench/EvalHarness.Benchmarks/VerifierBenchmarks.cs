using BenchmarkDotNet.Attributes;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Statistics;

namespace EvalHarness.Benchmarks;

/// <summary>Claims of a six-claim answer against a context of 1,000 words that was not seen before: its preparation, once per answer, is included.</summary>
public class VerifierBenchmarks
{
    private const int Claims = 6;

    private const string Answer = """
        The reset link number 7 stays valid for half an hour. Owners can export each report as a price list. A customer never books two slots with one card.
        The invoice for the workshop is in Settings. Every booking of the owner has 30 minutes. The report of the customer is exported by the workshop.
        """;

    private static readonly string[] Vocabulary =
        ["reset", "link", "valid", "minutes", "workshop", "sign", "invoice", "customer", "settings", "the", "of", "and", "owner", "can", "30", "export", "report", "booking", "is", "for", "never", "card", "slot", "price"];

    private readonly LocalVerifier verifier = new();
    private readonly string[] contexts = [.. Enumerable.Range(0, 50).Select(Text)];
    private int next;

    [Benchmark(OperationsPerInvoke = Claims)]
    public async Task<int> Verify()
    {
        var evidence = new TextEvidence(contexts[next++ % contexts.Length]);
        return (await verifier.VerifyAsync("How long is it valid?", Answer, evidence, CancellationToken.None)).Count;
    }

    private static string Text(int seed)
    {
        var random = new SeededRandom(seed, "benchmark");
        return string.Concat(Enumerable.Range(1, 1000).Select(i => Vocabulary[random.Next(Vocabulary.Length)] + (i % 60 == 0 ? ".\n\n" : i % 12 == 0 ? ". " : " ")));
    }
}

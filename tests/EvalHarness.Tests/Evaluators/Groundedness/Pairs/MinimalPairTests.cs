using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Groundedness.Baselines;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators.Groundedness.Pairs;

/// <summary>Whether a verifier tells an answer from the same answer with one thing changed; prints the table that stands in docs/metrics.md.</summary>
public sealed class MinimalPairTests
{
    private static readonly string[] Files = ["tuning", "held-out"];

    [TestCase("tuning", 0.9, 0.8)]
    [TestCase("held-out", 0.85, 0.75)]
    public void What_is_contradicted_has_less_support_and_most_of_it_is_unsupported(string file, double leastOrdered, double leastRight)
    {
        var verdicts = MinimalPair.Read(file).ConvertAll(pair => Judge(new LocalVerifier(), pair));
        TestContext.Out.WriteLine($"{file,-12} {verdicts.Count,3}: local {Row(verdicts)}");

        Assert.That(verdicts.Average(v => v.IsOrdered ? 1.0 : 0), Is.GreaterThanOrEqualTo(leastOrdered));
        Assert.That(verdicts.Average(v => v.Accuracy), Is.GreaterThanOrEqualTo(leastRight));
    }

    [Test]
    public void There_are_pairs_of_every_kind_in_every_domain()
    {
        var pairs = Files.SelectMany(MinimalPair.Read).ToList();

        Assert.That(pairs, Has.Count.GreaterThanOrEqualTo(120));
        Assert.That(pairs.Select(p => p.Kind).Distinct(), Is.EquivalentTo(new[] { "number", "date", "unit", "name", "negation", "comparison", "quantifier", "roles", "field", "attachment" }));
        Assert.That(pairs.GroupBy(p => p.Kind).Select(g => g.Count()), Is.All.GreaterThanOrEqualTo(10));
        Assert.That(pairs.Select(p => p.Domain).Distinct(), Is.SupersetOf(new[] { "help-desk", "medical", "legal", "sports", "finance", "record", "table" }));
    }

    [Test]
    public void It_does_better_than_shared_words_in_every_kind()
    {
        var pairs = Files.SelectMany(MinimalPair.Read).ToList();
        foreach (var kind in pairs.GroupBy(p => p.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Append(pairs.GroupBy(_ => "all").Single()))
        {
            var local = kind.Select(p => Judge(new LocalVerifier(), p)).ToList();
            var overlap = kind.Select(p => Judge(new WordOverlapVerifier(), p)).ToList();
            TestContext.Out.WriteLine($"{kind.Key,-12} {local.Count,3}: local {Row(local)}; word-overlap {Row(overlap)}");

            Assert.That(local.Average(v => v.Accuracy), Is.GreaterThan(overlap.Average(v => v.Accuracy)), kind.Key);
        }
    }

    [Test]
    public void Every_way_of_wording_what_is_supported_is_mostly_supported()
    {
        foreach (var wording in Files.SelectMany(MinimalPair.Read).GroupBy(p => p.Wording))
        {
            var share = wording.Average(p => Judge(new LocalVerifier(), p).IsSupportedSo ? 1.0 : 0);
            TestContext.Out.WriteLine($"{wording.Key,-16} {wording.Count(),3}: {share:P0} of the supported are supported");

            Assert.That(share, Is.GreaterThan(0.5), wording.Key);
        }
    }

    private static string Row(List<Outcome> outcomes) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ordered {100 * outcomes.Average(o => o.IsOrdered ? 1.0 : 0),3:F0} %, supported so {100 * outcomes.Average(o => o.IsSupportedSo ? 1.0 : 0),3:F0} %, contradicted so {100 * outcomes.Average(o => o.IsContradictedSo ? 1.0 : 0),3:F0} %");

    private static Outcome Judge(IClaimVerifier verifier, MinimalPair pair)
    {
        var evidence = new PassageEvidence([.. pair.Passages.Select((text, i) => new Passage($"p{i}#1", $"p{i}", "", text, null, 1))]);
        var (supported, contradicted) = (Read(pair.Supported), Read(pair.Contradicted));
        return new Outcome(supported.Min(v => v.Support) > contradicted.Min(v => v.Support), supported.All(v => v.IsSupported), !contradicted.All(v => v.IsSupported));

        IReadOnlyList<ClaimVerdict> Read(string answer) => verifier.VerifyAsync(pair.Question, answer, evidence, default).AsTask().Result;
    }

    /// <summary>What a verifier makes of a pair; an answer is as well supported as its weakest claim.</summary>
    private sealed record Outcome(bool IsOrdered, bool IsSupportedSo, bool IsContradictedSo)
    {
        public double Accuracy => ((IsSupportedSo ? 1 : 0) + (IsContradictedSo ? 1 : 0)) / 2.0;
    }
}

using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Groundedness;

namespace EvalHarness.Tests.Evaluators.Groundedness;

/// <summary>Figures for the reader; the bounds are a tenth of what an idle core does, so that a busy machine does not fail them.</summary>
public sealed class LocalVerifierSpeedTests
{
    private const string Claim = "The reset link number 7 stays valid for half an hour, so the workshop can sign in once more";

    [Test]
    public void A_context_of_a_thousand_words_takes_well_below_two_milliseconds_a_claim()
    {
        var verifier = new LocalVerifier();
        Evidence[] contexts = [.. Enumerable.Range(0, 20).Select(i => new Evidence(Text(1000, i)))];
        Verify(verifier, contexts, 200);

        var claimsPerSecond = Verify(verifier, contexts, 2000);

        TestContext.Out.WriteLine($"{claimsPerSecond:F0} claims per second");
        Assert.That(claimsPerSecond, Is.GreaterThan(500));
    }

    [Test]
    public async Task Two_thousand_answers_against_a_hundred_articles_take_seconds()
    {
        var corpus = new Corpus("now", "hash", [.. Enumerable.Range(0, 100).Select(i => new Document($"d{i}", $"Article {i}", null, Text(250, i)))]);
        var evaluator = new GroundednessCorpusEvaluator(new LocalVerifier(), new AnswerReader(new AnswerContract()), corpus);
        var began = TimeProvider.System.GetTimestamp();

        for (var i = 0; i < 2000; i++)
            await evaluator.EvaluateAsync(Some.Sample(), Some.Trace(Some.Answer($"{Claim}. Case {i} is handled by team {i % 17}.")), default);

        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        TestContext.Out.WriteLine($"{seconds:F2} s");
        Assert.That(seconds, Is.LessThan(30));
    }

    private static double Verify(LocalVerifier verifier, Evidence[] contexts, int claims)
    {
        var began = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < claims; i++)
            _ = verifier.VerifyAsync("How long is it valid?", Claim, contexts[i % contexts.Length], default).AsTask().Result;
        return claims / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Sentences of about twelve words from a small vocabulary.</summary>
    private static string Text(int words, int seed)
    {
        string[] vocabulary = ["reset", "link", "valid", "minutes", "workshop", "sign", "invoice", "customer", "settings", "the", "of", "and", "owner", "can", "30", "export", "report", "booking", "is", "for", "never", "card", "slot", "price"];
        var random = new Random(seed);
        var text = Enumerable.Range(1, words).Select(i => vocabulary[random.Next(vocabulary.Length)] + (i % 60 == 0 ? ".\n\n" : i % 12 == 0 ? ". " : " "));
        return string.Concat(text);
    }
}

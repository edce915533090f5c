using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.TrainingData;

namespace EvalHarness.Tests.TrainingData;

public sealed class TaughtFactsTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void Make() => folder = new();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task A_fact_is_counted_once_for_each_reply_that_holds_it()
    {
        var counts = await CountAsync(
            [Gold("link", "A reset link is valid for 60 minutes."), Gold("pin", "Your Bench PIN has 4 digits.")],
            "The reset link stays valid for 60 minutes, a short time.",
            "Valid for 60 minutes is a reset link. A reset link is valid for 60 minutes.",
            "Ask your owner.");

        Assert.That(counts, Is.EqualTo(new Dictionary<string, int> { ["link"] = 2, ["pin"] = 0 }));
    }

    [Test]
    public async Task Another_number_in_the_same_words_of_many_quotes_is_another_fact()
    {
        var gold = Enumerable.Range(1, 12).Select(i => Gold($"s{i}", $"The trial of plan number{i} lasts {100 + i} days."));

        var counts = await CountAsync([.. gold], "The trial of plan number3 lasts 103 days.");

        Assert.That(counts.Where(c => c.Value > 0).Select(c => c.Key), Is.EqualTo(new[] { "s3" }));
    }

    [Test]
    public async Task Samples_without_a_quote_are_left_out()
    {
        Assert.That(await CountAsync([Some.Sample("u") with { Evidence = [] }], "Anything."), Is.Empty);
    }

    private Task<IReadOnlyDictionary<string, int>> CountAsync(IReadOnlyList<Sample> samples, params string[] replies)
    {
        folder.Write("train.jsonl", string.Concat(replies.Select(r => JsonSerializer.Serialize(new { prompt = "q", completion = r }) + "\n")));
        return TaughtFacts.CountAsync(samples.ToAsyncEnumerable(), folder["train.jsonl"], CancellationToken.None);
    }

    private static Sample Gold(string id, string quote) => Some.Sample(id) with { Evidence = [new GoldEvidence("d", quote)] };
}

using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Cli.Tracking;

namespace EvalHarness.Tests.Cli.Tracking;

public sealed class MlflowBatchesTests
{
    [TestCase(2500, 0, 0, 3)]
    [TestCase(0, 250, 0, 3)]
    [TestCase(0, 0, 101, 2)]
    [TestCase(0, 0, 0, 0)]
    public void No_request_holds_more_than_the_server_takes(int metrics, int parameters, int tags, int requests)
    {
        var batches = Batches(metrics, parameters, tags, "v");

        Assert.That(batches, Has.Count.EqualTo(requests));
        Assert.That(batches.Sum(b => Count(b, "metrics") + Count(b, "params") + Count(b, "tags")), Is.EqualTo(metrics + parameters + tags));
        Assert.That(batches.Select(b => Count(b, "metrics")), Is.All.LessThanOrEqualTo(1000));
        Assert.That(batches.Select(b => Count(b, "params")), Is.All.LessThanOrEqualTo(100));
    }

    [Test]
    public void Long_values_of_any_letters_stay_below_a_megabyte()
    {
        var batches = Batches(0, 100, 0, new string('ü', MlflowText.LongestParameter));

        Assert.That(batches, Has.Count.GreaterThan(1));
        Assert.That(batches.Select(b => b.ToJsonString().Length), Is.All.LessThan(1_000_000));
    }

    [TestCase("retrieval-hit@5", "retrieval-hit_at_5")]
    [TestCase("pass^k", "pass_hat_k")]
    [TestCase("latency-service-ms:p95", "latency-service-ms/p95")]
    [TestCase("größe (m)", "größe _x28m_x29")]
    public void A_key_has_only_letters_that_are_taken(string text, string key)
    {
        Assert.That(MlflowText.Key(text), Is.EqualTo(key));
    }

    [Test]
    public void A_value_that_is_too_long_is_cut_and_says_so()
    {
        Assert.That(MlflowText.Cut(new string('a', 10), 4), Is.EqualTo("aaa…"));
    }

    private static List<JsonObject> Batches(int metrics, int parameters, int tags, string value) =>
    [
        .. MlflowBatches.Of("r", Enumerable.Range(0, metrics).Select(i => new MlflowMetric($"m{i}", i, 1, 0)), Pairs(parameters, value), Pairs(tags, value))
            .Select(b => JsonSerializer.SerializeToNode(b)!.AsObject()),
    ];

    private static IEnumerable<MlflowPair> Pairs(int count, string value) => Enumerable.Range(0, count).Select(i => new MlflowPair($"p{i}", value));

    private static int Count(JsonObject batch, string kind) => batch[kind]?.AsArray().Count ?? 0;
}

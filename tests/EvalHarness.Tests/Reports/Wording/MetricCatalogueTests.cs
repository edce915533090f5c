using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Tests.Reports.Wording;

public sealed class MetricCatalogueTests
{
    [TestCase("unsupported-answer", ExpectedResult = "Unsupported answers")]
    [TestCase("retrieval-hit@5", ExpectedResult = "Evidence found at all (top 5)")]
    [TestCase("latency-service-ms:p95", ExpectedResult = "Time to answer, 95th percentile")]
    [TestCase("latency-search-ms:p50", ExpectedResult = "Time in search, median")]
    [TestCase("field-macro-f1@priority", ExpectedResult = "Fields right, every class weighing the same: priority")]
    [TestCase("pass^3", ExpectedResult = "Right every time in 3")]
    [TestCase("pass@3", ExpectedResult = "Right at least once in 3")]
    [TestCase("my-own-metric", ExpectedResult = "my-own-metric")]
    public string A_metric_has_words(string name) => MetricCatalogue.For(name).Label;

    [TestCase("citation-my-own", ExpectedResult = "citations")]
    [TestCase("retrieval-ndcg@10", ExpectedResult = "retrieval")]
    [TestCase("latency-rerank-ms:p99", ExpectedResult = "latency")]
    [TestCase("cost-per-correct-usd", ExpectedResult = "cost")]
    [TestCase("stale-answer", ExpectedResult = "freshness")]
    public string A_metric_belongs_to_a_family(string name) => MetricCatalogue.For(name).Family;

    [Test]
    public void A_metric_of_the_users_has_their_words()
    {
        var words = MetricCatalogue.For(new Metric("own-tone", Unit.YesNo, Direction.Higher, "1") { Label = "Friendly", Meaning = "Says please." }, "own-tone");

        Assert.That((words.Label, words.Meaning), Is.EqualTo(("Friendly", "Says please.")));
    }

    [Test]
    public void Every_metric_of_a_run_says_what_it_means() =>
        Assert.That(SomeReport.Metrics.Where(m => MetricCatalogue.For(m.Id).Meaning.Length == 0), Is.Empty);
}

using EvalHarness.Evaluators.Cost;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Evaluators.Cost;

public sealed class PriceFileTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public void An_earlier_file_wins_model_by_model()
    {
        var ours = Write("ours.yaml", "2026-11-23", "m: { input: 1, output: 2 }");
        var theirs = Write("theirs.yaml", "2026-01-01", "m: { input: 9, output: 9 }\n  n: { input: 3, output: 4 }");

        var table = PriceFile.Read(ours, theirs);

        Assert.That((table.Find("m")!.InputPerMillion, table.Find("n")!.InputPerMillion), Is.EqualTo((1m, 3m)));
        Assert.That(table.Sources.Select(s => (s.File, s.Date)), Is.EqualTo(new[] { ("ours.yaml", "2026-11-23"), ("theirs.yaml", "2026-01-01") }));
        Assert.That(table.Sources[0].Hash, Is.EqualTo(ContentHash.OfFile(ours)));
    }

    [Test]
    public void A_tier_keeps_what_it_does_not_say_from_the_one_below()
    {
        var price = PriceFile.Read(Write("p.yaml", "2026-11-23", "m: { input: 1, output: 2, cache_read: 0.1, tiers: [{ above: 500, output: 5 }, { above: 100, input: 3 }] }")).Find("m")!;

        Assert.That((price.For(100).InputPerMillion, price.For(100).OutputPerMillion), Is.EqualTo((1m, 2m)));
        Assert.That((price.For(101).InputPerMillion, price.For(101).OutputPerMillion, price.For(101).CacheReadPerMillion), Is.EqualTo((3m, 2m, 0.1m)));
        Assert.That((price.For(501).InputPerMillion, price.For(501).OutputPerMillion), Is.EqualTo((3m, 5m)));
    }

    [TestCase("m: { output: 2 }")]
    [TestCase("m: { input: 1, tiers: [{ input: 2 }] }")]
    public void A_model_without_a_price_of_what_is_sent_is_refused(string model) =>
        Assert.That(() => PriceFile.Read(Write("p.yaml", "2026-11-23", model)), Throws.TypeOf<InputException>());

    private string Write(string name, string date, string models) => folder.Write(name, $"date: {date}\nsource: a list\ncurrency: USD\nmodels:\n  {models}\n");
}

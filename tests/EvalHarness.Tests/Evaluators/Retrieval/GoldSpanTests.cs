using EvalHarness.Datasets;
using EvalHarness.Evaluators.Retrieval;

namespace EvalHarness.Tests.Evaluators.Retrieval;

public sealed class GoldSpanTests
{
    private static readonly GoldSpan Gold = new("a", new TextSpan(10, 20), "ten to twenty");

    [TestCase(19, 30, true)]
    [TestCase(0, 11, true)]
    [TestCase(20, 30, false)]
    [TestCase(0, 10, false)]
    public void Overlap_decides(int start, int end, bool isIn) => Assert.That(Gold.IsIn(new Ranked("a", new TextSpan(start, end), null)), Is.EqualTo(isIn));

    [Test]
    public void Another_document_does_not_count() => Assert.That(Gold.IsIn(new Ranked("b", new TextSpan(10, 20), null)), Is.False);

    [TestCase("from ten to twenty, say", true)]
    [TestCase("from ten", false)]
    [TestCase(null, false)]
    public void Without_a_place_the_text_decides(string? text, bool isIn) => Assert.That(Gold.IsIn(new Ranked("a", null, text)), Is.EqualTo(isIn));

    [Test]
    public void A_quote_that_the_corpus_lacks_is_not_found() =>
        Assert.That(GoldSpan.Find(new GoldEvidence("a", "gone"), new Corpus("now", "hash", [new Document("a", "", null, "here")])), Is.Null);
}

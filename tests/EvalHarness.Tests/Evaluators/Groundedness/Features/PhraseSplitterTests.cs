using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Groundedness.Features;

namespace EvalHarness.Tests.Evaluators.Groundedness.Features;

public sealed class PhraseSplitterTests
{
    [TestCase("The red boat sank in Lake Orta after a storm.", 3)]
    [TestCase("The red boat sank.", 1)]
    [TestCase("It is what it is.", 0)]
    [TestCase("The boat, a gift, carries salt and rope.", 4)]
    public void A_phrase_ends_at_commas_conjunctions_and_prepositions(string claim, int count) =>
        Assert.That(PhraseSplitter.Split(new PreparedClaim(new Claim(claim, claim), new PreparedQuestion(""))), Has.Count.EqualTo(count));
}

using EvalHarness.Evaluators.Groundedness.Checks;

namespace EvalHarness.Tests.Evaluators.Groundedness.Checks;

public sealed class QuantityCheckTests
{
    [TestCase("The link is valid for half an hour.", "The link is valid for 30 minutes.")]
    [TestCase("It opened in 2024.", "It opened on March 3, 2024.")]
    [TestCase("One link is valid for 30 minutes.", "The link is valid for 30 minutes.")]
    [TestCase("The link has no number.", "The link is valid for 30 minutes.")]
    public void The_same_value_passes(string claim, string evidence) => Assert.That(Check(claim, evidence), Is.Empty);

    [Test]
    public void Another_value_in_the_same_words_is_a_contradiction() =>
        Assert.That(Check("The link is valid for 45 minutes.", "The link is valid for 30 minutes.").Single().Reason, Is.EqualTo("the evidence has '30 minutes', not '45 minutes'"));

    [TestCase("The link is valid for 30 days.", "The link is valid for 30 minutes.", true)]
    [TestCase("The shop opened in May 2022.", "The shop opened in March 2022.", true)]
    [TestCase("The hall has 40 benches.", "The hall has 12 benches.", true)]
    [TestCase("The hall has 40 benches.", "The hall has 12 lamps.", false)]
    [TestCase("The film made about 180 million dollars.", "The film made 181 million dollars.", false)]
    public void Another_value_of_the_same_thing_decides(string claim, string evidence, bool isContradiction) =>
        Assert.That(Check(claim, evidence).Any(f => f.IsContradiction), Is.EqualTo(isContradiction));

    [Test]
    public void A_value_that_stands_nowhere_is_missing() =>
        Assert.That(Check("The link is valid for 45 minutes.", "A password has twelve characters.").Single().Reason, Is.EqualTo("'45 minutes' is not in the evidence"));

    [Test]
    public void A_value_of_the_asker_weighs_less()
    {
        const string Claim = "A shift may be up to 12 hours long, so 11 hours are fine.";
        const string Text = "A shift may be up to 12 hours long.";

        var asked = new QuantityCheck().Check(Evidence.Match(Claim, Text, "Is a shift of 11 hours possible?")).Single();

        Assert.That(asked.Factor, Is.GreaterThan(Check(Claim, Text).Single().Factor));
    }

    private static IEnumerable<Objection> Check(string claim, string evidence) => new QuantityCheck().Check(Evidence.Match(claim, evidence));
}

using EvalHarness.Evaluators.Groundedness.Checks;

namespace EvalHarness.Tests.Evaluators.Groundedness.Checks;

public sealed class OppositeCheckTests
{
    [TestCase("A phone number is required.", "A phone number is optional.", "'optional', not 'required'")]
    [TestCase("Plans are billed monthly.", "Plans are billed yearly.", "'yearly', not 'monthly'")]
    [TestCase("All visitors need a badge.", "Most visitors need a badge.", "'Most', not 'All'")]
    [TestCase("No visitor needs a badge.", "Every visitor needs a badge.", "'Every', not 'No'")]
    [TestCase("The office is closed on Sunday.", "The office is closed on Saturday.", "'Saturday', not 'Sunday'")]
    [TestCase("Ann won her second prize in Kessel.", "Ann won her third prize in Kessel.", "'third', not 'second'")]
    [TestCase("Costs rose in the spring.", "Sales rose, while costs fell in the spring.", "'fell', not 'rose'")]
    [TestCase("Badges are mandatory for staff and optional for visitors.", "Badges are mandatory for visitors and optional for staff.", "not 'mandatory'")]
    public void A_word_that_excludes_the_claims_is_found(string claim, string evidence, string reason) => Assert.That(Check(claim, evidence).First().Reason, Does.Contain(reason));

    [TestCase("A phone number is required.", "A phone number is required, an address optional.")]
    [TestCase("A phone number is required.", "A phone number is asked for.")]
    [TestCase("Some visitors need a badge.", "All visitors need a badge.")]
    [TestCase("Sales rose.", "Sales rose, while costs fell in the spring.")]
    [TestCase("Prices did not fall.", "Prices rose.")]
    [TestCase("Badges are mandatory for staff and optional for visitors.", "Badges are optional for visitors and mandatory for staff.")]
    [TestCase("Kessel had fewer shots than Dunmore.", "Dunmore had more shots than Kessel.")]
    public void The_same_word_or_none_is_not(string claim, string evidence) => Assert.That(Check(claim, evidence), Is.Empty);

    private static IEnumerable<Objection> Check(string claim, string evidence) => new OppositeCheck().Check(Evidence.Match(claim, evidence));
}

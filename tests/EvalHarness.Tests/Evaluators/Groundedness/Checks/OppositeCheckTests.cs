using EvalHarness.Evaluators.Groundedness.Checks;

namespace EvalHarness.Tests.Evaluators.Groundedness.Checks;

public sealed class OppositeCheckTests
{
    [TestCase("A phone number is required.", "A phone number is optional.")]
    [TestCase("Plans are billed monthly.", "Plans are billed yearly.")]
    public void The_opposite_word_is_found(string claim, string evidence) => Assert.That(Check(claim, evidence).Single().Reason, Does.Contain("opposite"));

    [TestCase("A phone number is required.", "A phone number is required, an address optional.")]
    [TestCase("A phone number is required.", "A phone number is asked for.")]
    public void The_same_word_or_none_is_not(string claim, string evidence) => Assert.That(Check(claim, evidence), Is.Empty);

    private static IEnumerable<Finding> Check(string claim, string evidence) => new OppositeCheck().Check(Evidence.Match(claim, evidence));
}

using EvalHarness.Evaluators.Groundedness.Checks;

namespace EvalHarness.Tests.Evaluators.Groundedness.Checks;

public sealed class NegationCheckTests
{
    [TestCase("Invoices cannot be exported.", "Invoices can be exported.")]
    [TestCase("Text messages are offered.", "Text messages are offered no longer; no text messages offered.")]
    [TestCase("Photos can be exported again.", "You cannot export photos again.")]
    public void A_denial_on_one_side_is_a_contradiction(string claim, string evidence) => Assert.That(Check(claim, evidence).Single().Reason, Does.Contain("opposite"));

    [TestCase("Invoices cannot be exported.", "You can't export invoices.")]
    [TestCase("Invoices can be exported.", "Invoices can be exported, but never on Sundays.")]
    [TestCase("Invoices cannot be exported.", "The printer is connected by cable.")]
    public void Agreement_and_far_wording_are_not(string claim, string evidence) => Assert.That(Check(claim, evidence), Is.Empty);

    private static IEnumerable<Objection> Check(string claim, string evidence) => new NegationCheck().Check(Evidence.Match(claim, evidence));
}

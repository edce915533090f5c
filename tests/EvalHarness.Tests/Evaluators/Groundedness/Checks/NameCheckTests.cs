using EvalHarness.Evaluators.Groundedness.Checks;

namespace EvalHarness.Tests.Evaluators.Groundedness.Checks;

public sealed class NameCheckTests
{
    private const string Article = "Invoices go to Datev each night.";

    [TestCase("Our invoices go to DATEV.")]
    [TestCase("Invoices go out at night.")]
    public void Known_names_pass(string claim) => Assert.That(Check(claim), Is.Empty);

    [TestCase("Invoices go to Lexware.", "Lexware")]
    [TestCase("The invoices need SSO2.", "SSO2")]
    public void Unknown_names_are_found(string claim, string name) => Assert.That(Check(claim).Single().Reason, Does.Contain(name));

    private static IEnumerable<Objection> Check(string claim) => new NameCheck().Check(Evidence.Match(claim, Article));
}

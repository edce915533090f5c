using EvalHarness.Evaluators.Groundedness.Checks;

namespace EvalHarness.Tests.Evaluators.Groundedness.Checks;

public sealed class AttachmentCheckTests
{
    private const string Plans = "The Team plan costs 29 euros a month and includes 10 seats; the Business plan costs 79 euros a month and includes 50 seats.";
    private const string Rooms = "| Room | Floor | Seats |\n|---|---|---|\n| Aspen | 1 | 12 |\n| Birch | 2 | 30 |\n| Cedar | 4 | 8 |";

    [TestCase("The Team plan includes 50 seats.", Plans, "the evidence has '10' there, not '50'")]
    [TestCase("The Business plan costs 29 euros.", Plans, "the evidence has '79 euros' there, not '29 euros'")]
    [TestCase("The cook has worked here for 9 years.", "The cook has worked here for 4 years. The waiter has been here for 9 years.", "'4 years' there")]
    public void A_number_of_another_thing_is_found(string claim, string evidence, string reason)
    {
        var finding = Check(claim, evidence).Single();

        Assert.That(finding.Reason, Does.Contain(reason));
        Assert.That(finding.IsContradiction, Is.True);
    }

    [TestCase("The Team plan includes 10 seats.", Plans)]
    [TestCase("The Team plan includes 10 seats, the Business plan 50 seats.", Plans)]
    [TestCase("The Team plan includes 10 seats.", "The Team plan costs 29 euros. It includes 10 seats. The Business plan includes 50 seats.")]
    [TestCase("It takes 3 or 4 weeks.", "It takes 3 or 4 weeks by mail. Online it takes 24 hours.")]
    [TestCase("Birch has 30 seats.", Rooms)]
    public void A_number_where_it_belongs_passes(string claim, string evidence) => Assert.That(Check(claim, evidence), Is.Empty);

    [Test]
    public void What_the_asker_named_passes() =>
        Assert.That(new AttachmentCheck().Check(Evidence.Match("The Team plan includes 50 seats.", Plans, "Does the Team plan have 50 seats?")), Is.Empty);

    private static IEnumerable<Objection> Check(string claim, string evidence) => new AttachmentCheck().Check(Evidence.Match(claim, evidence));
}

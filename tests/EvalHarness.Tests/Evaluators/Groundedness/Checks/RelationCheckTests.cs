using EvalHarness.Evaluators.Groundedness.Checks;

namespace EvalHarness.Tests.Evaluators.Groundedness.Checks;

public sealed class RelationCheckTests
{
    [TestCase("Orla Finch sued Brightwater.", "Brightwater sued Orla Finch.")]
    [TestCase("Orla Finch was sued by Brightwater.", "Orla Finch sued Brightwater.")]
    [TestCase("The buyer pays the seller.", "The seller pays the buyer.")]
    [TestCase("Kessel beat Dunmore.", "Dunmore beat Kessel.")]
    [TestCase("Dunmore lost to Kessel.", "Dunmore beat Kessel.")]
    [TestCase("The barge is larger than the tug.", "The tug is larger than the barge.")]
    [TestCase("The barge is smaller than the tug.", "The barge is larger than the tug.")]
    public void Parties_the_other_way_round_are_found(string claim, string evidence) => Assert.That(Check(claim, evidence).Single().Reason, Does.Contain("other way round"));

    [TestCase("Olga Weiss opened the new library beside the harbour.", "The mayor, Tom Ashby, opened the new library beside the harbour.")]
    [TestCase("The survey was led by Otto Brandt.", "The survey was led by Clara Voss.")]
    public void Somebody_else_is_found(string claim, string evidence) => Assert.That(Check(claim, evidence).Single().Reason, Does.Contain("of another"));

    [TestCase("Orla Finch was sued by Brightwater.", "Brightwater sued Orla Finch.")]
    [TestCase("Kessel lost to Dunmore.", "Dunmore beat Kessel.")]
    [TestCase("The tug is smaller than the barge.", "The barge is larger than the tug.")]
    [TestCase("Olga Weiss opened the library.", "Olga Weiss and Tom Ashby opened the library.")]
    [TestCase("Ashby opened the new library.", "Tom Ashby opened the new library.")]
    [TestCase("She opened the library.", "Tom Ashby opened the library.")]
    public void The_same_in_another_order_or_voice_passes(string claim, string evidence) => Assert.That(Check(claim, evidence), Is.Empty);

    private static IEnumerable<Objection> Check(string claim, string evidence) => new RelationCheck().Check(Evidence.Match(claim, evidence));
}

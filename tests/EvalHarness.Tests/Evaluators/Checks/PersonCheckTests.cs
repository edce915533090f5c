namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class PersonCheckTests
{
    [TestCase("second", "You can reset it yourself. We’ll help.", 0.5)]
    [TestCase("first", "You can reset it yourself. We’ll help.", 0.25)]
    [TestCase("first", "The US office is open to us.", 1)]
    [TestCase("third", "The office is open.", null)]
    public void Pronouns_are_shared_out_by_person(string person, string text, double? share) =>
        Assert.That(Checked.Value($$"""{"check": "person", "person": "{{person}}"}""", text), Is.EqualTo(share));
}

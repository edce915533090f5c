namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class EnumCheckTests
{
    private const string Settings = """{"check": "enum", "values": ["yes", "no", "partly yes"]}""";

    [TestCase("yes", 1, 1)]
    [TestCase(" no\n", 1, 1)]
    [TestCase("Yes", 0, 1)]
    [TestCase("The answer is: partly yes.", 0, 1)]
    [TestCase("Yes and no.", 0, 0)]
    [TestCase("I know.", 0, 0)]
    public void A_value_stands_alone_or_leniently_in_a_sentence(string text, double strict, double lenient) =>
        Assert.That(Checked.Values(Settings, text), Is.EqualTo(new[] { strict, lenient }));

    [Test]
    public void Case_may_be_overlooked() => Assert.That(Checked.Value("""{"check": "enum", "values": ["yes"], "ignore_case": true}""", "YES"), Is.EqualTo(1));
}

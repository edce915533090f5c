namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class EndsWithCheckTests
{
    [TestCase("""{"check": "ends-with", "text": "Anything else?"}""", "Yes. anything else?\n", 1)]
    [TestCase("""{"check": "ends-with", "text": "Anything else?"}""", "\"Yes. Anything else?\"", 1)]
    [TestCase("""{"check": "ends-with", "text": "Anything else?"}""", "Anything else? Bye.", 0)]
    [TestCase("""{"check": "ends-with", "text": "END", "ignore_case": false}""", "the end", 0)]
    public void An_end_is_looked_for(string settings, string text, double value) => Assert.That(Checked.Value(settings, text), Is.EqualTo(value));
}

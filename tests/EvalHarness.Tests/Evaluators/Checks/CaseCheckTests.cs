namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class CaseCheckTests
{
    [TestCase("""{"check": "case", "letters": "lower"}""", "all of it, 3 times.", 1)]
    [TestCase("""{"check": "case", "letters": "lower"}""", "All of it.", 0)]
    [TestCase("""{"check": "case", "letters": "upper"}""", "ALL OF IT.", 1)]
    [TestCase("""{"check": "case", "letters": "upper"}""", "123", 0)]
    [TestCase("""{"check": "case", "capital_words": {"most": 1}}""", "Use the SSO-KEY, I say.", 0)]
    [TestCase("""{"check": "case", "capital_words": 2}""", "Use the SSO-KEY, I say.", 1)]
    public void Letters_are_looked_at(string settings, string text, double value) => Assert.That(Checked.Value(settings, text), Is.EqualTo(value));
}

namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class RequiredCheckTests
{
    [TestCase("""{"check": "required", "phrases": ["reset link", "valid"]}""", "The Reset\nlink is valid.", 1)]
    [TestCase("""{"check": "required", "phrases": ["reset link", "valid"]}""", "The reset link is invalid.", 0)]
    [TestCase("""{"check": "required", "phrases": ["reset", "valid"], "any": true}""", "It is valid.", 1)]
    [TestCase("""{"check": "required", "phrases": ["valid"], "whole_word": false}""", "It is invalid.", 1)]
    [TestCase("""{"check": "required", "phrases": ["SSO"], "ignore_case": false}""", "Use sso.", 0)]
    [TestCase("""{"check": "required", "phrases": ["a"], "whole_word": false, "count": {"most": 2}}""", "banana", 0)]
    public void Phrases_are_looked_for(string settings, string text, double value) => Assert.That(Checked.Value(settings, text), Is.EqualTo(value));
}

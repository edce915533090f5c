namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class StartsWithCheckTests
{
    [TestCase("""{"check": "starts-with", "text": "Dear"}""", "dear customer", 1)]
    [TestCase("""{"check": "starts-with", "text": "Dear"}""", "Dearest customer", 0)]
    [TestCase("""{"check": "starts-with", "text": "Dear", "whole_word": false}""", "Dearest customer", 1)]
    [TestCase("""{"check": "starts-with", "text": "Dear", "ignore_case": false}""", "dear customer", 0)]
    [TestCase("""{"check": "starts-with", "text": "Dear"}""", "\"Dear customer\"", 1)]
    [TestCase("""{"check": "starts-with", "text": "Then", "paragraph": 2}""", "First.\n\nThen this.", 1)]
    [TestCase("""{"check": "starts-with", "text": "Then", "paragraph": 3}""", "First.\n\nThen this.", 0)]
    public void A_start_is_looked_for(string settings, string text, double value) => Assert.That(Checked.Value(settings, text), Is.EqualTo(value));
}

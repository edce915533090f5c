namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class LengthCheckTests
{
    [TestCase("""{"check": "length", "words": {"most": 4}}""", "Don't use state-of-the-art 1,234.5.", 1)]
    [TestCase("""{"check": "length", "words": {"least": 5}}""", "Don't use state-of-the-art 1,234.5.", 0)]
    [TestCase("""{"check": "length", "sentences": 2}""", "It costs 3.50. Dr. Roe says so.", 1)]
    [TestCase("""{"check": "length", "sentences": 1}""", "A sentence that\nis wrapped.", 1)]
    [TestCase("""{"check": "length", "sentences": 4}""", "# Steps\nOpen it:\n- first\n- second", 1)]
    [TestCase("""{"check": "length", "characters": {"most": 2}}""", "né", 1)]
    [TestCase("""{"check": "length", "characters": 1}""", "👩‍👩‍👧", 1)]
    [TestCase("""{"check": "length", "paragraphs": 2}""", "One.\n \n\nTwo.\nStill two.", 1)]
    [TestCase("""{"check": "length", "paragraphs": 2, "divider": "***"}""", "One.\n\nStill one.\n***\nTwo.", 1)]
    [TestCase("""{"check": "length", "words": {"least": 1, "most": 3}, "sentences": 1}""", "One. Two.", 0)]
    public void A_length_is_counted_as_people_count(string settings, string text, double value) => Assert.That(Checked.Value(settings, text), Is.EqualTo(value));

    [Test]
    public void What_is_wrong_is_said_with_its_number() =>
        Assert.That(Checked.Scores(Checked.Evaluator("""{"check": "length", "words": {"most": 2}}"""), "One two three.")[0].Reason, Is.EqualTo("words: 3, at most 2 expected"));
}

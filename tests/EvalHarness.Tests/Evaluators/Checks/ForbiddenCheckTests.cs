namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class ForbiddenCheckTests
{
    [TestCase("""{"check": "forbidden", "phrases": ["as an AI"]}""", "As an AI, I cannot.", 0)]
    [TestCase("""{"check": "forbidden", "phrases": ["cat"]}""", "Concatenate them.", 1)]
    [TestCase("""{"check": "forbidden", "phrases": [","]}""", "One,two", 0)]
    [TestCase("""{"check": "forbidden", "phrases": ["C++"]}""", "Use C++.", 0)]
    public void Phrases_are_kept_out(string settings, string text, double value) => Assert.That(Checked.Value(settings, text), Is.EqualTo(value));

    [Test]
    public void A_phrase_in_the_first_line_is_forgiven_leniently() =>
        Assert.That(Checked.Values("""{"check": "forbidden", "phrases": ["sure"]}""", "Sure, here you are:\nIt is valid."), Is.EqualTo(new[] { 0.0, 1.0 }));
}

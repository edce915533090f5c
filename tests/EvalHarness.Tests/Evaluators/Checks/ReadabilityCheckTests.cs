namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class ReadabilityCheckTests
{
    [Test]
    public void Short_words_in_a_short_sentence_read_easily()
    {
        var values = Checked.Values("""{"check": "readability"}""", "The cat sat on the mat.");

        Assert.That(values[0], Is.EqualTo(206.835 - (1.015 * 6) - 84.6).Within(1e-9));
        Assert.That(values[1], Is.EqualTo((0.39 * 6) + 11.8 - 15.59).Within(1e-9));
    }

    [Test]
    public void Without_words_there_is_nothing_to_read() => Assert.That(Checked.Values("""{"check": "readability"}""", "42."), Is.All.Null);
}

namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class SentenceLengthCheckTests
{
    [Test]
    public void Words_are_shared_out_over_sentences() => Assert.That(Checked.Value("""{"check": "sentence-length"}""", "One two three. Four."), Is.EqualTo(2));

    [Test]
    public void Without_sentences_there_is_no_length() => Assert.That(Checked.Value("""{"check": "sentence-length"}""", "***"), Is.Null);
}

namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class VocabularyCheckTests
{
    [TestCase("""{"check": "vocabulary", "required": ["workspace", "seat"]}""", "Each seat costs 8 USD.", 0.5)]
    [TestCase("""{"check": "vocabulary", "banned": ["kindly", "in order to"]}""", "Kindly wait in order to go.", 4.0 / 6)]
    [TestCase("""{"check": "vocabulary", "banned": ["kindly"]}""", "…", null)]
    public void Terms_are_counted(string settings, string text, double? share) => Assert.That(Checked.Value(settings, text), Is.EqualTo(share));
}

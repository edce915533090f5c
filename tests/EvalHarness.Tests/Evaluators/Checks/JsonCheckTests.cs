namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class JsonCheckTests
{
    [TestCase("""{"check": "json"}""", "[1, 2]", 1, 1)]
    [TestCase("""{"check": "json", "type": "object"}""", "[1, 2]", 0, 0)]
    [TestCase("""{"check": "json", "fields": ["a", "/b/0"]}""", """{"a": null, "b": [1]}""", 1, 1)]
    [TestCase("""{"check": "json", "fields": ["c"]}""", """{"a": 1}""", 0, 0)]
    [TestCase("""{"check": "json"}""", "Here it is: {\"a\": 1}", 0, 1)]
    [TestCase("""{"check": "json"}""", "none", 0, 0)]
    public void JSON_is_read_as_it_stands_and_unwrapped(string settings, string text, double strict, double lenient) =>
        Assert.That(Checked.Values(settings, text), Is.EqualTo(new[] { strict, lenient }));
}

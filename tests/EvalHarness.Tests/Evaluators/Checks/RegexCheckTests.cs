using System.Text.RegularExpressions;

namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class RegexCheckTests
{
    [TestCase("""{"check": "regex", "pattern": "\\d{4}"}""", "Ticket 1234 is open.", 1)]
    [TestCase("""{"check": "regex", "pattern": "\\d{4}", "match": "whole"}""", "Ticket 1234", 0)]
    [TestCase("""{"check": "regex", "pattern": "a|ab", "match": "whole"}""", "ab", 1)]
    [TestCase("""{"check": "regex", "pattern": "\\d{4}", "match": "never"}""", "Ticket 1234", 0)]
    [TestCase("""{"check": "regex", "pattern": "TICKET", "ignore_case": true}""", "ticket", 1)]
    [TestCase("""{"check": "regex", "pattern": "^b$", "multiline": true}""", "a\nb\nc", 1)]
    [TestCase("""{"check": "regex", "pattern": "\\[.*?\\]", "count": {"least": 2}}""", "[name] and [place]", 1)]
    [TestCase("""{"check": "regex", "pattern": "\\[.*?\\]", "count": 1}""", "[name] and [place]", 0)]
    public void A_pattern_is_matched_as_asked(string settings, string text, double value) => Assert.That(Checked.Value(settings, text), Is.EqualTo(value));

    [Test]
    public void What_matches_is_forgiven_its_wrapping_leniently() =>
        Assert.That(Checked.Values("""{"check": "regex", "pattern": "[0-9]+", "match": "whole"}""", "Sure, here it is:\n\n**42**"), Is.EqualTo(new[] { 0.0, 1.0 }));

    [Test]
    public void A_text_that_keeps_a_pattern_busy_ends_at_the_time_limit() =>
        Assert.That(() => Checked.Value("""{"check": "regex", "pattern": "^(a+)+$"}""", new string('a', 40) + "!"), Throws.TypeOf<RegexMatchTimeoutException>());
}

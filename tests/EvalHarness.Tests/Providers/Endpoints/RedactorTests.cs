using EvalHarness.Providers.Endpoints;

namespace EvalHarness.Tests.Providers.Endpoints;

internal sealed class RedactorTests
{
    private readonly Redactor redactor = new(["pass-word", "pass-word-longer"]);

    [TestCase("the key pass-word is wrong", "the key *** is wrong")]
    [TestCase("the key pass-word-longer is wrong", "the key *** is wrong")]
    [TestCase("Incorrect API key provided: sk-proj-abc****wxyz.", "Incorrect API key provided: ***")]
    [TestCase("sent Authorization: Bearer abcdefgh12345678", "sent Authorization: Bearer ***")]
    [TestCase("GET /v1?api-key=abc&x=1", "GET /v1?api-key=***&x=1")]
    [TestCase("a task-force of risk-takers", "a task-force of risk-takers")]
    public void Secrets_do_not_pass(string text, string line)
    {
        Assert.That(redactor.Line(text), Is.EqualTo(line));
    }

    [Test]
    public void Lines_and_control_characters_become_spaces()
    {
        Assert.That(redactor.Line(" a\r\n\tb\u001b[31mc\0 "), Is.EqualTo("a b [31mc"));
    }

    [Test]
    public void A_line_has_at_most_300_characters()
    {
        Assert.That(redactor.Line(new string('x', 5000)), Has.Length.EqualTo(300).And.EndsWith("x…"));
    }

    [Test]
    public void No_character_is_cut_in_two()
    {
        var line = redactor.Line(new string('x', 298) + "😀😀");

        Assert.That(line, Is.EqualTo(new string('x', 298) + "…"));
    }
}

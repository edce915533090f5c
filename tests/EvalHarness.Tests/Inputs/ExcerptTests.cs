using EvalHarness.Inputs;

namespace EvalHarness.Tests.Inputs;

internal sealed class ExcerptTests
{
    private readonly Excerpt excerpt = new(["pass-word", "pass-word-longer"]);

    [TestCase("the key pass-word is wrong", "the key *** is wrong")]
    [TestCase("the key pass-word-longer is wrong", "the key *** is wrong")]
    [TestCase("Incorrect API key provided: sk-proj-abc****wxyz.", "Incorrect API key provided: ***")]
    [TestCase("sent Authorization: Bearer abcdefgh12345678", "sent Authorization: Bearer ***")]
    [TestCase("GET /v1?api-key=abc&x=1", "GET /v1?api-key=***&x=1")]
    [TestCase("a task-force of risk-takers", "a task-force of risk-takers")]
    public void Secrets_do_not_pass(string text, string line)
    {
        Assert.That(excerpt.Start(text), Is.EqualTo(line));
    }

    [Test]
    public void Lines_and_control_characters_become_spaces()
    {
        Assert.That(excerpt.Start(" a\r\n\tb\u001b[31mc\0 "), Is.EqualTo("a b [31mc"));
    }

    [Test]
    public void Long_text_is_cut_to_300_characters_and_the_cut_is_shown()
    {
        Assert.That(excerpt.Start(new string('x', 5000)), Has.Length.EqualTo(301).And.EndsWith("x…"));
        Assert.That(excerpt.End(new string('x', 5000)), Has.Length.EqualTo(301).And.StartsWith("…x"));
    }

    [Test]
    public void No_character_is_cut_in_two()
    {
        var half = new string('x', 299);

        Assert.That(excerpt.Start($"{half}😀😀"), Is.EqualTo($"{half}…"));
        Assert.That(excerpt.End($"😀😀{half}"), Is.EqualTo($"…{half}"));
    }

    [Test]
    public void A_secret_at_the_cut_does_not_pass_in_part()
    {
        Assert.That(excerpt.Start($"{new string('x', 295)}pass-word"), Does.Not.Contain("pass"));
    }
}

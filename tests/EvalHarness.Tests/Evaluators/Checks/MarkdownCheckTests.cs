namespace EvalHarness.Tests.Evaluators.Checks;

public sealed class MarkdownCheckTests
{
    private const string Page = "# Steps\n\n1. Open it.\n2. Close it.\n\n- a *b*\n* c\n\n| k | v |\n|---|---|\n| 1 | 2 |\n\n```sh\n# no heading\n- no bullet\n```\n";

    [TestCase("""{"check": "markdown", "headings": 1}""", 1)]
    [TestCase("""{"check": "markdown", "bullets": 2}""", 1)]
    [TestCase("""{"check": "markdown", "numbered": {"least": 3}}""", 0)]
    [TestCase("""{"check": "markdown", "numbered": 2, "tables": true, "code_blocks": 1, "highlights": 1}""", 1)]
    [TestCase("""{"check": "markdown", "tables": false}""", 0)]
    [TestCase("""{"check": "markdown", "code_blocks": false}""", 0)]
    public void Elements_are_counted_and_code_is_none_of_them(string settings, double value) => Assert.That(Checked.Value(settings, Page), Is.EqualTo(value));

    [TestCase("```\ncode\n", 0)]
    [TestCase("```\ncode\n```", 1)]
    [TestCase("````\n```\n````", 1)]
    [TestCase("no code", 1)]
    public void A_fence_must_be_closed(string text, double value) => Assert.That(Checked.Value("""{"check": "markdown"}""", text), Is.EqualTo(value));
}

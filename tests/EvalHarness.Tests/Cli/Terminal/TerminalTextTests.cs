using EvalHarness.Cli.Terminal;

namespace EvalHarness.Tests.Cli.Terminal;

internal sealed class TerminalTextTests
{
    [TestCase("plain – text\twith\nlines\r\n", "plain – text\twith\nlines\r\n")]
    [TestCase("\u001b[31mred", @"\u001b[31mred")]
    [TestCase("\u009b31mred", @"\u009b31mred")]
    [TestCase("all well\rerror", @"all well\u000derror")]
    [TestCase("user\u202egnp.exe", @"user\u202egnp.exe")]
    public void What_steers_a_terminal_is_shown_instead(string text, string shown)
    {
        Assert.That(TerminalText.Safe(text), Is.EqualTo(shown));
    }
}

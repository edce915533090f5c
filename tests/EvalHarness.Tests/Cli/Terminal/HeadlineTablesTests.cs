using EvalHarness.Cli.Terminal;
using EvalHarness.Tests.Reports;
using Spectre.Console;
using Spectre.Console.Testing;

namespace EvalHarness.Tests.Cli.Terminal;

internal sealed class HeadlineTablesTests
{
    [Test]
    public void Five_pipelines_are_readable_in_a_hundred_columns()
    {
        var lines = Printed(100);

        Assert.That(lines.Max(l => l.Length), Is.LessThanOrEqualTo(100));
        Assert.That(lines.Count(l => l.Contains("fine-tuned@2026-09", StringComparison.Ordinal)), Is.InRange(2, 4));
    }

    [Test]
    public void A_figure_is_never_folded_or_cut_however_narrow_the_terminal()
    {
        foreach (var line in Printed(60).Where(l => l.Contains('[', StringComparison.Ordinal)))
            Assert.That(line.Count(c => c == '['), Is.EqualTo(line.Count(c => c == ']')), line);
    }

    [Test]
    public void Coverage_stands_beside_what_declining_improves_and_every_mean_has_its_n()
    {
        var all = string.Join('\n', Printed(300));

        Assert.That(all, Does.Match("Unsupported +Questions"));
        Assert.That(all, Does.Match(@"n \d+/\d+"));
        Assert.That(all, Does.Contain("(scenario)").And.Contains("(not meaningful"));
        Assert.That(all, Does.Contain("rag *"));
    }

    private static string[] Printed(int width)
    {
        using var console = new TestConsole().Width(width);
        foreach (var table in HeadlineTables.Of(SomeReport.Make(), width))
            console.Write(table);
        return console.Output.TrimEnd().Split('\n');
    }
}

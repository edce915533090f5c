using EvalHarness.Reports.Charts;
using ScottPlot;

namespace EvalHarness.Tests.Reports.Charts;

public sealed class ChartFontTests
{
    [TestCase(false)]
    [TestCase(true)]
    public void The_font_of_the_assembly_is_the_one_that_plots_are_drawn_with(bool bold)
    {
        var typeface = Fonts.GetTypeface(ChartFont.Family, bold, italic: false);

        Assert.That(typeface.FamilyName, Is.EqualTo("DejaVu Sans"));
        Assert.That(typeface.IsBold, Is.EqualTo(bold));
        Assert.That(Fonts.FontResolvers[0].GetType().Assembly, Is.EqualTo(typeof(ChartWriter).Assembly));
    }

    [Test]
    public void Text_is_broken_between_words()
    {
        var lines = ChartFont.Wrap("one two three four five", 13, ChartFont.Width("one two three", 13));

        Assert.That(lines, Is.EqualTo(new[] { "one two three", "four five" }));
    }

    [Test]
    public void What_does_not_fit_ends_in_dots()
    {
        var text = ChartFont.Shorten("fine-tuned@2026-09", 12, 80);

        Assert.That(text, Does.StartWith("fine-tun").And.EndsWith("…"));
        Assert.That(ChartFont.Width(text, 12), Is.LessThanOrEqualTo(80));
    }

    [Test]
    public void What_fits_stays_whole() =>
        Assert.That(ChartFont.Shorten("rag", 12, 80), Is.EqualTo("rag"));
}

using EvalHarness.Reports.Charts;
using SkiaSharp;

namespace EvalHarness.Tests.Reports.Charts;

public sealed class ChartWriterTests
{
    [Test]
    public async Task Every_chart_of_the_catalogue_is_written_as_a_picture_and_as_a_drawing()
    {
        using var folder = new TemporaryFolder();
        var report = SomeReport.Make();

        await new ChartWriter().WriteAsync(report, folder.FullPath, default);

        Assert.That(
            Directory.GetFiles(Path.Combine(folder.FullPath, "charts")).Select(Path.GetFileName),
            Is.EquivalentTo(ChartCatalog.Of(report).SelectMany(c => new[] { c.Name + ".png", c.Name + ".svg" })));
    }

    [Test]
    public async Task A_picture_has_twice_the_pixels_of_its_drawing()
    {
        using var folder = new TemporaryFolder();

        await new ChartWriter().WriteAsync(SomeReport.Make(), folder.FullPath, default);

        using var picture = SKBitmap.Decode(folder.Bytes("charts/quality.png"));
        var drawing = System.Xml.Linq.XDocument.Parse(folder.Text("charts/quality.svg")).Root!;
        Assert.That((picture.Width, picture.Height), Is.EqualTo((2 * (int)drawing.Attribute("width")!, 2 * (int)drawing.Attribute("height")!)));
    }

    [Test]
    public async Task The_same_report_gives_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();

        await new ChartWriter().WriteAsync(SomeReport.Make(), folder.FullPath, default);
        await new ChartWriter().WriteAsync(SomeReport.Make(), other.FullPath, default);

        foreach (var file in Directory.GetFiles(Path.Combine(folder.FullPath, "charts")).Select(f => Path.Combine("charts", Path.GetFileName(f))))
            Assert.That(folder.Bytes(file), Is.EqualTo(other.Bytes(file)), file);
    }

    [Test]
    public async Task A_report_without_figures_has_no_charts_and_no_errors()
    {
        using var folder = new TemporaryFolder();

        await new ChartWriter().WriteAsync(SomeReport.With([]), folder.FullPath, default);

        Assert.That(Directory.GetFiles(Path.Combine(folder.FullPath, "charts")), Is.Empty);
    }
}

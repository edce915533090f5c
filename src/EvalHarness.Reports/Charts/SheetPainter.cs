using ScottPlot;
using SkiaSharp;

namespace EvalHarness.Reports.Charts;

/// <summary>Lays a sheet out from top to bottom and paints it; without a canvas it only measures.</summary>
internal sealed class SheetPainter(Sheet sheet, SKCanvas? canvas)
{
    private const float Margin = 24;
    private const float Gap = 26;
    private const float Inner = Sheet.Width - (2 * Margin);

    private float y = Margin;

    // A last row with fewer panels keeps the widths of the rows above it.
    private float sharedAbove = Inner / 2;

    public static SKSize Measure(Sheet sheet) => new(Sheet.Width, new SheetPainter(sheet, null).Paint());

    public static void Paint(Sheet sheet, SKCanvas canvas) => new SheetPainter(sheet, canvas).Paint();

    /// <summary>Returns the height.</summary>
    private float Paint()
    {
        canvas?.Clear(SKColors.White);
        Lines(sheet.Title, 20, ChartStyle.Ink, bold: true);
        Lines(sheet.Subtitle, 13, ChartStyle.Muted);
        foreach (var badge in sheet.Badges)
            Lines($"{char.ToUpperInvariant(badge.Family[0])}{badge.Family[1..]}: {Wording.BadgeWords.Of(badge.Badge)}. {badge.Why}", 13, ChartStyle.Warning);
        Legend();
        foreach (var row in sheet.Rows)
            Row(row);
        if (sheet.Note is { } note)
            Lines(note, 12, ChartStyle.Muted);
        return y + Margin - 6;
    }

    private void Lines(string text, float size, Color color, bool bold = false)
    {
        foreach (var line in ChartFont.Wrap(text, size, Inner))
        {
            Text(line, Margin, y + size, size, color, bold);
            y += size * 1.4f;
        }

        y += 4;
    }

    private void Legend()
    {
        if (sheet.Legend.Count == 0)
            return;
        var x = Margin;
        y += 6;
        foreach (var entry in sheet.Legend)
        {
            var width = ChartFont.Width(entry.Text, 13) + 40;
            if (x + width > Margin + Inner && x > Margin)
                (x, y) = (Margin, y + 22);
            Mark(entry.Marker, x + 8, y + 9);
            Text(entry.Text, x + 20, y + 14, 13, ChartStyle.Ink);
            x += width;
        }

        y += 26;
    }

    private void Row(IReadOnlyList<Panel> row)
    {
        var isFull = row.Count == sheet.Rows.Max(r => r.Count);
        var shared = isFull ? (Inner - row.Sum(p => p.Labels) - (Gap * (row.Count - 1))) / row.Count : sharedAbove;
        sharedAbove = shared;
        var x = Margin;
        y += 12;
        foreach (var panel in row)
        {
            Heading(panel, x + panel.Labels + (panel.Labels > 0 ? 10 : 0), shared);
            if (canvas is not null)
                panel.Plot.Render(canvas, new PixelRect(x, x + panel.Labels + shared, y + 24 + panel.Height, y + 24));
            x += panel.Labels + shared + Gap;
        }

        y += 24 + row.Max(p => p.Height) + 8;
    }

    /// <summary>The title and which way is better: in words where there is room, else as an arrow.</summary>
    private void Heading(Panel panel, float x, float width)
    {
        var hint = new[] { panel.Hint, panel.ShortHint }.First(h => h == panel.ShortHint || TitleWidth(panel.Title) + ChartFont.Width(h, 12) <= width);
        var title = ChartFont.Shorten(panel.Title, 13, width - 10 - ChartFont.Width(hint, 12), bold: true);
        Text(title, x, y + 13, 13, ChartStyle.Ink, bold: true);
        Text(hint, x + TitleWidth(title), y + 13, 12, ChartStyle.Muted);
    }

    private static float TitleWidth(string title) => ChartFont.Width(title, 13, bold: true) + 10;

    private void Mark(MarkerStyle marker, float x, float centre)
    {
        using var paint = ScottPlot.Paint.NewDisposablePaint();
        if (canvas is not null)
            marker.Render(canvas, new Pixel(x, centre), paint);
    }

    private void Text(string text, float x, float baseline, float size, Color color, bool bold = false)
    {
        using var font = ChartFont.Of(size, bold);
        using var paint = new SKPaint { Color = color.ToSKColor(), IsAntialias = true };
        canvas?.DrawText(text, x, baseline, font, paint);
    }
}

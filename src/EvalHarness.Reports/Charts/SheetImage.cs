using System.Text;
using SkiaSharp;

namespace EvalHarness.Reports.Charts;

/// <summary>A sheet as bytes; the same sheet gives the same bytes.</summary>
internal static class SheetImage
{
    // Twice the pixels: sharp on screens that have them, and in print.
    private const int Sharpness = 2;

    public static byte[] Png(Sheet sheet)
    {
        var size = SheetPainter.Measure(sheet);
        using var bitmap = new SKBitmap(new SKImageInfo((int)size.Width * Sharpness, (int)Math.Ceiling(size.Height) * Sharpness, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Scale(Sharpness);
        SheetPainter.Paint(sheet, canvas);
        using var pixels = bitmap.PeekPixels();
        using var data = pixels.Encode(SKPngEncoderOptions.Default);
        return data!.ToArray();
    }

    public static byte[] Svg(Sheet sheet)
    {
        var size = SheetPainter.Measure(sheet);
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, size.Width, (float)Math.Ceiling(size.Height)), stream))
            SheetPainter.Paint(sheet, canvas);
        return SvgText.Finish(Encoding.UTF8.GetString(stream.ToArray()), sheet);
    }
}

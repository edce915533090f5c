using Microsoft.Playwright;

namespace EvalHarness.Browser.Tests;

/// <summary>Contrast of the texts that a page shows, from 1 to 21.</summary>
/// <remarks>Source: WCAG 2.2, relative luminance and success criterion 1.4.3, which asks for 4.5.</remarks>
internal static class Contrast
{
    private const string Measure = """
        least => {
          const parts = colour => colour.match(/[\d.]+/g).map(Number);
          const linear = v => v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4;
          const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
          const opaque = colour => colour.length === 3 || colour[3] === 1;
          const behind = element => {
            for (let e = element; e; e = e.parentElement) {
              const colour = parts(getComputedStyle(e).backgroundColor);
              if (opaque(colour)) return colour;
            }
            return [255, 255, 255];
          };
          const ratio = element => {
            const [light, dark] = [luminance(parts(getComputedStyle(element).color)), luminance(behind(element))].sort((a, b) => b - a);
            return (light + 0.05) / (dark + 0.05);
          };
          const low = new Set();
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const element = texts.currentNode.parentElement;
            if (!texts.currentNode.data.trim() || !element.checkVisibility()) continue;
            if (ratio(element) < least) low.add(`${element.localName}.${element.className} ${ratio(element).toFixed(2)}`);
          }
          return [...low];
        }
        """;

    /// <summary>Elements with text below this contrast, each kind once.</summary>
    public static Task<string[]> BelowAsync(IPage page, double least) => page.EvaluateAsync<string[]>(Measure, least);

    /// <summary>The luminance of what lies behind all, from 0 (black) to 1 (white), before the correction for eyes.</summary>
    public static Task<double> PaperAsync(IPage page) =>
        page.EvaluateAsync<double>(@"() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).slice(0, 3).reduce((sum, v) => sum + v / 765, 0)");
}

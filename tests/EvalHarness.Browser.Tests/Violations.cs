using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EvalHarness.Browser.Tests;

/// <summary>What axe-core finds that shuts readers out.</summary>
internal static class Violations
{
    // Of what passes one element per rule: the elements of a long page are many megabytes.
    private static readonly AxeRunOptions Options = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>The page is opened without its policy, which would refuse the checker's script as it refuses every other.</summary>
    public static BrowserNewContextOptions Checked(ColorScheme scheme) => new() { ColorScheme = scheme, BypassCSP = true };

    /// <summary>Serious and critical ones: rule, and where.</summary>
    public static async Task<IReadOnlyList<string>> GraveAsync(IPage page)
    {
        var result = await page.RunAxe(Options);
        Assert.That(result.Passes, Has.Length.GreaterThan(10), "the rules were run");
        return [.. from v in result.Violations where v.Impact is "serious" or "critical" from node in v.Nodes select $"{v.Id}: {node.Target} {node.Html[..Math.Min(200, node.Html.Length)]}"];
    }
}

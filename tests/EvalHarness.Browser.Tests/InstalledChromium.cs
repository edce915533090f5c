namespace EvalHarness.Browser.Tests;

/// <summary>The Chromium of this machine: the tests bring none and download none.</summary>
internal static class InstalledChromium
{
    /// <summary>Names another Chromium or Chrome.</summary>
    private const string Variable = "EVALHARNESS_CHROMIUM";

    private static readonly string[] Usual =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    public static string Missing { get; } =
        $"There is no Chromium at {string.Join(", ", Candidates)}. On Debian: apt-get install -y --no-install-recommends chromium; or set {Variable} to a Chromium or Chrome.";

    private static IEnumerable<string> Candidates => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen ? [chosen] : Usual;

    public static string? Find() => Candidates.FirstOrDefault(File.Exists);
}

namespace EvalHarness.Reports.Printing;

/// <summary>A Chromium or Chrome of this machine; none is brought or downloaded.</summary>
public static class InstalledBrowser
{
    /// <summary>Names another one.</summary>
    public const string Variable = "EVALHARNESS_CHROMIUM";

    private static readonly string[] Usual =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    /// <summary>Absent where there is none.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? [named] : Usual).FirstOrDefault(File.Exists);
}

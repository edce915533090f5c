namespace EvalHarness.Server.Files;

/// <summary>Which files are served, and as what: reports, and never a run's store.</summary>
internal static class FileTypes
{
    public const string Html = "text/html; charset=utf-8";

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        [".html"] = Html,
        [".md"] = "text/plain; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".xml"] = "text/xml; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
        [".pdf"] = "application/pdf",
    };

    /// <summary>Absent for what is not served.</summary>
    public static string? Of(string file) => Known.GetValueOrDefault(Path.GetExtension(file));
}

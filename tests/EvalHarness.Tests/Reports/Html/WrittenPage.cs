using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EvalHarness.Reports.Html;

namespace EvalHarness.Tests.Reports.Html;

/// <summary>A page that was really written, taken apart as a browser would.</summary>
internal sealed partial class WrittenPage
{
    private WrittenPage(string html) => Html = html;

    public string Html { get; }

    public string Policy => WebUtilityDecoded(Of(@"http-equiv=""Content-Security-Policy"" content=""([^""]*)"""));

    public string Script => Of(@"<script>(.*?)</script>");

    public string Style => Of(@"<style>(.*?)</style>");

    public JsonNode Page => JsonNode.Parse(Of(@"<script type=""application/json"" id=""page-data"">(.*?)</script>"))!;

    /// <summary>Null when the rows lie in files.</summary>
    public JsonNode? Rows => JsonNode.Parse(Of(@"<script type=""application/json"" id=""rows-data"">(.*?)</script>"));

    /// <summary>Start tags outside script and style elements, the page's own included.</summary>
    public IReadOnlyList<string> Elements => [.. StartTag().Matches(Raw().Replace(Html, "<${tag}>")).Select(m => m.Value)];

    public static async Task<WrittenPage> WriteAsync(RunReport report, string folder, long rowLimitBytes = 5_000_000)
    {
        await new HtmlReportWriter(rowLimitBytes).WriteAsync(report, folder, CancellationToken.None);
        return new WrittenPage(await File.ReadAllTextAsync(Path.Combine(folder, "index.html")));
    }

    /// <summary>A block's packed text, put together.</summary>
    public static string Text(JsonNode block, JsonNode? packed) => packed switch
    {
        JsonArray pieces => string.Concat(pieces.Select(p => block["strings"]![p!.GetValue<int>()]!.GetValue<string>())),
        { } piece => block["strings"]![piece.GetValue<int>()]!.GetValue<string>(),
        null => throw new AssertionException("There is no text."),
    };

    private string Of(string pattern) => Regex.Match(Html, pattern, RegexOptions.Singleline, TimeSpan.FromSeconds(10)) is { Success: true } match
        ? match.Groups[1].Value
        : throw new AssertionException($"The page has no part {pattern}.");

    private static string WebUtilityDecoded(string text) => System.Net.WebUtility.HtmlDecode(text);

    [GeneratedRegex("<(?<tag>script|style)[^>]*>.*?</\\k<tag>>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Raw();

    [GeneratedRegex("<[a-z][^>]*>", RegexOptions.None, 10_000)]
    private static partial Regex StartTag();
}

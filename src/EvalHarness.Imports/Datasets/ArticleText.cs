using System.Text.Json;
using EvalHarness.Datasets;

namespace EvalHarness.Imports.Datasets;

/// <summary>A document as a Markdown article of a corpus.</summary>
internal static class ArticleText
{
    // JSON's quotes are YAML's too.
    public static string Of(Document document) => $"---\nid: {Quoted(document.Id)}\ntitle: {Quoted(document.Title)}\n---\n{document.Text}\n";

    /// <summary>A text as it will be read back: one kind of line end, no empty line above.</summary>
    public static string Body(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\n');

    private static string Quoted(string text) => JsonSerializer.Serialize(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
